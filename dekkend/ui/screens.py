"""What is every screen built on? A view that says who may open it, and a form view that loses nothing."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views import View
from rules.predicates import Predicate

from dekkend.ui.access import Access, open_to_all, refuse_unless
from dekkend.ui.errors import no_page


class Screen(View):
    """One screen. It must say `access`; without that it cannot get an address."""

    access: ClassVar[Access | Predicate]
    template_name = ""

    @classmethod
    def as_view(cls, **initkwargs: Any) -> Any:
        if not hasattr(cls, "access"):
            raise TypeError(f"{cls.__name__} must say who may open it: access = ...")
        view = super().as_view(**initkwargs)
        return open_to_all(view) if cls.access is Access.PUBLIC else view

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        refuse_unless(request, self.access)
        return super().dispatch(request, *args, **kwargs)

    def http_method_not_allowed(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Who opens the address of a button reads what to do; without this Django answers with an empty page."""
        return no_page(request, super().http_method_not_allowed(request, *args, **kwargs))

    def render(self, context: dict[str, Any] | None = None, *, status: int = 200, template: str = "") -> HttpResponse:
        return render(self.request, template or self.template_name, context, status=status)


class FormScreen(Screen):
    """A screen with one form: what was typed comes back with the errors beside it (status 422)."""

    form_class: type[forms.Form]

    def make_form(self, data: Any = None, files: Any = None) -> forms.Form:
        return self.form_class(data, files)

    def context(self, form: forms.Form) -> dict[str, Any]:
        return {"form": form}

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return self.render(self.context(self.make_form()))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.make_form(request.POST, request.FILES)
        if form.is_valid():
            return self.done(form)
        return self.render(self.context(form), status=422)

    def done(self, form: forms.Form) -> HttpResponse:
        raise NotImplementedError
