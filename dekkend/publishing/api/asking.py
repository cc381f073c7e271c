"""What can be asked of an address, and what is refused: keys nobody knows, keys said twice, forms that are not there?"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Mapping
from typing import Any, Literal

from django.http import HttpRequest, HttpResponseBase
from ninja import Field, Query, Router, Schema
from ninja.decorators import decorate_view
from ninja.errors import HttpError, ValidationError
from pydantic import ConfigDict, field_validator
from pydantic.alias_generators import to_camel
from pydantic_core import PydanticCustomError

from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.publishing.rules.problems import strange_keys
from dekkend.publishing.words.open_data import BEGINNINGS, JSON, KINDS, LAST_PAGE, MOST_ROWS, USUAL_ROWS

TEXT = r"^[^\x00-\x1f\x7f]*$"
SORTS = ("naam", "-naam", "plaats", "-plaats", "vestigingscode", "-vestigingscode")
SUPPORTS = tuple(item.code for item in load_catalogue().items)
View = Callable[..., Any]


class Asked(Schema):
    """Keys of a query: lowerCamelCase outside, our own way of writing inside."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True)


class Paged(Asked):
    pagina: int = Field(1, ge=1, le=LAST_PAGE, description="Welke pagina, te beginnen bij 1.", examples=[1])
    paginagrootte: int = Field(USUAL_ROWS, ge=1, le=MOST_ROWS, description="Hoeveel op een pagina.", examples=[USUAL_ROWS])


class SchoolsAsked(Paged):
    samenwerkingsverband: str | None = Field(
        None, max_length=20, pattern=TEXT, description="Code van het samenwerkingsverband.", examples=["PO9901"]
    )
    plaats: str | None = Field(
        None, max_length=100, pattern=TEXT, description="Plaats, helemaal; hoofdletters doen er niet toe.", examples=["Zilverduin"]
    )
    gemeente: str | None = Field(
        None, max_length=100, pattern=TEXT, description="Gemeente, helemaal; hoofdletters doen er niet toe.", examples=["Zilverkust"]
    )
    naam: str | None = Field(None, max_length=100, pattern=TEXT, description="Deel van de naam van de school.", examples=["Vuursprot"])
    soort: Literal[tuple(KINDS.values())] | None = Field(None, description="Soort onderwijs.", examples=["basisschool"])  # type: ignore[valid-type]
    ondersteuning: str | None = Field(
        None,
        description="Code van een ondersteuningsvorm. Scholen die dit volgens hun profiel hebben; of het vandaag kan staat bij hun aanbod.",
        examples=["expertise.second_language"],
        json_schema_extra={"enum": list(SUPPORTS)},
    )
    sorteer: Literal[SORTS] = Field("naam", description="De volgorde; een streepje ervoor keert haar om.", examples=["naam"])  # type: ignore[valid-type]

    @field_validator("ondersteuning")
    @classmethod
    def is_known(cls, code: str | None) -> str | None:
        """A code that nobody has would find no school, which reads as "nobody offers this"."""
        if code is not None and code not in SUPPORTS:
            raise PydanticCustomError("unknown_code", "unknown code", {"expected": f"{BEGINNINGS[0]}/ondersteuningsvormen"})
        return code


def resource(
    router: Router,
    path: str,
    answer: Any,
    *,
    name: str,
    summary: str,
    forms: tuple[str, ...] = (JSON,),
    asked: type[Schema] | None = None,
    **told: Any,
) -> Callable[[View], View]:
    """Put a view at this address, to read only. `forms` are the media types that it can answer in, the usual one first.

    `name` is the name of the route and the operationId; `asked` the keys of the query. `told` goes into the description (`tags`).
    """
    keys = tuple(field.alias or name for name, field in asked.model_fields.items()) if asked else ()

    def put(view: View) -> View:
        @functools.wraps(view)
        def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            if strange := strange_in(request, keys):
                raise ValidationError(strange)
            request.form = wanted_form(request, forms)  # type: ignore[attr-defined]
            return view(request, *args, **kwargs)

        # The types of the view, as they are called in its own module: the framework would look them up in this one.
        checked.__signature__ = inspect.signature(view, eval_str=True)  # type: ignore[attr-defined]
        given = {"url_name": name, "operation_id": name.replace("-", "_"), "summary": summary, "by_alias": True, **told}
        registered: View = router.get(path, response=answer, **given)(decorate_view(knowing(keys))(checked))
        return registered

    return put


def knowing(keys: tuple[str, ...]) -> Callable[[View], View]:
    """Let the request carry which keys its address knows, for when something else is wrong with it too."""

    def around(run: View) -> View:
        @functools.wraps(run)
        def known(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            request.known_keys = keys  # type: ignore[attr-defined]
            answered: HttpResponseBase = run(request, *args, **kwargs)
            return answered

        return known

    return around


def strange_in(request: HttpRequest, keys: tuple[str, ...]) -> list[dict[str, str]]:
    counted: Mapping[str, int] = {name: len(request.GET.getlist(name)) for name in request.GET}
    return strange_keys(counted, keys)


def wanted_form(request: HttpRequest, forms: tuple[str, ...]) -> str:
    """The media type that the program likes best of those that are there. Raises a 406 when it takes none."""
    form = request.get_preferred_type(list(forms))
    if form is None:
        raise HttpError(406, f"Dit is er als {' en '.join(forms)}.")
    return form


__all__ = ["Asked", "Paged", "Query", "SchoolsAsked", "resource", "strange_in", "wanted_form"]
