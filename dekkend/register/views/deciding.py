"""On which screens does someone look at what an import found, and take it over, leave it or turn it back?"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from dekkend.register.actions import deciding
from dekkend.register.actions.deciding import Done, newer_than
from dekkend.register.actions.importing import BUSY
from dekkend.register.forms import DecisionForm
from dekkend.register.models import RegisterImport
from dekkend.register.permissions import may_keep, may_keep_of, may_look
from dekkend.register.queries.imports import changes_of, decidable, imports_within, summary, tally
from dekkend.register.rules.telling import told
from dekkend.register.words.bundle import FileKind
from dekkend.register.words.changes import ChangeKind, ImportState, NotUsable, Target, Verdict
from dekkend.ui.rows import RowFilter, RowTable
from dekkend.ui.screens import Screen
from dekkend.ui.tables import Column, Filter, Table
from dekkend.ui.translation import translated

COLUMNS = (
    Column("code", gettext_noop("Code en naam"), lambda row: f"{row.key} {row.name}", ("name", "key")),
    Column("wat", gettext_noop("Wat"), lambda row: translated(Target(row.target).label), ("target",)),
    Column("verschil", gettext_noop("Verschil"), lambda row: translated(ChangeKind(row.kind).label), ("kind",)),
    Column("was", gettext_noop("Was"), lambda row: translated(told(row.kind, row.before))),
    Column("wordt", gettext_noop("Wordt"), lambda row: translated(told(row.kind, row.after))),
    Column("nu", gettext_noop("Nu"), lambda row: translated(Verdict(row.verdict).label), ("verdict",)),
)
ONLY_IN_FILE = (
    Column("regio", gettext_noop("Samenwerkingsverband"), lambda row: row.region),
    Column("lijst", gettext_noop("Lijst van"), lambda row: row.noticed_on.isoformat() if row.noticed_on else ""),
    Column("waarom", gettext_noop("Waarom"), lambda row: translated(row.why)),
)


class OfImport(Screen):
    """A screen about one import within reach."""

    access = may_look

    @cached_property
    def imported(self) -> RegisterImport:
        found = imports_within(self.request.scope).filter(pk=self.kwargs["import_id"]).first()  # type: ignore[attr-defined]
        if found is None:
            raise Http404
        return found


class Differences(OfImport):
    """How far the reading is, and then every difference. While it runs htmx asks for the part that changes."""

    template_name = "register/import.html"

    def get(self, request: HttpRequest, import_id: int) -> HttpResponseBase:
        imported = self.imported
        if imported.state in BUSY:
            return self.render({"imported": imported}, template="register/progress.html" if request.htmx else "")  # type: ignore[attr-defined]
        if self.table.wants_csv:
            return self.table.csv()
        counts = summary(imported)
        context = {
            "imported": imported,
            "table": self.table,
            "counts": counts,
            "choosable": counts["waiting"] or counts["declined"],
            "tally": tally(imported),
            "may_keep": may_keep_of(request.scope, imported.partnership_id),  # type: ignore[attr-defined]
            "may_undo": imported.state == ImportState.APPLIED.value and not newer_than(imported).exists(),
            "decidable": set(decidable(imported).filter(pk__in=[row.pk for row in self.table.page]).values_list("pk", flat=True)),
        }
        response = self.render(context, template="register/found.html" if request.htmx else "")  # type: ignore[attr-defined]
        if request.htmx:  # type: ignore[attr-defined]
            response["HX-Refresh"] = "true"  # what was waited for is there: the whole screen is another one
        return response

    @cached_property
    def table(self) -> Table:
        return Table(
            caption=_("Verschillen met het register"),
            rows=changes_of(self.imported),
            columns=COLUMNS,
            row_template="register/change_row.html",
            asked=self.request.GET.dict(),
            searched=("name", "key"),
            filters=(
                Filter("wat", _("Wat"), tuple(Target.choices()), {each.value: Q(target=each.value) for each in Target}, _("Alles")),
                Filter(
                    "verschil",
                    _("Verschil"),
                    tuple(ChangeKind.choices()),
                    {each.value: Q(kind=each.value) for each in ChangeKind},
                    _("Alles"),
                ),
                Filter(
                    "nu",
                    _("Nu"),
                    (("held", _("Eerst bekijken")), *Verdict.choices()),
                    {"held": Q(held=True, verdict=Verdict.OPEN.value)} | {each.value: Q(verdict=each.value) for each in Verdict},
                    _("Alles"),
                ),
            ),
            only_in_file=ONLY_IN_FILE,
            file_name="register-verschillen",
        )


class Files(OfImport):
    """What every file was recognised as."""

    template_name = "register/files.html"

    def get(self, request: HttpRequest, import_id: int) -> HttpResponseBase:
        rows = [FileRow(each) for each in self.imported.report.get("files", ())]
        table = RowTable(
            caption=_("Bestanden, en als wat zij zijn herkend"),
            rows=rows,
            columns=(
                Column("bestand", _("Bestand"), lambda row: row.name, ("name",)),
                Column("soort", _("Herkend als"), lambda row: row.kind, ("kind",)),
                Column("rijen", _("Rijen"), lambda row: str(row.rows), ("rows",)),
                Column("gebruikt", _("Gebruikt"), lambda row: str(row.used), ("used",)),
                Column("dag", _("Van"), lambda row: row.on, ("on",)),
                Column("let-op", _("Let op"), lambda row: row.note),
            ),
            row_template="register/file_row.html",
            asked=request.GET.dict(),
            searched=("name", "kind"),
            file_name="register-bestanden",
        )
        return table.csv() if table.wants_csv else self.render({"table": table, "imported": self.imported})


class FileRow:
    """One file of the report, in words."""

    def __init__(self, file: dict[str, Any]) -> None:
        self.name, self.rows, self.used, self.on = file["name"], file["rows"], file["used"], file["on"]
        self.kind, self.note = translated(FileKind(file["kind"]).label), translated(file["note"])


class RefusedRow:
    """One row that cannot be used, in words."""

    def __init__(self, row: dict[str, Any]) -> None:
        self.file, self.line, self.text, self.reason = row["file"], row["line"], row["text"], translated(row["reason"])


class RefusedRows(OfImport):
    """Every row that cannot be used, with the reason."""

    template_name = "register/refused.html"

    def get(self, request: HttpRequest, import_id: int) -> HttpResponseBase:
        rows = [RefusedRow(each) for each in self.imported.report.get("refused", ())]
        files = sorted({row.file for row in rows})
        table = RowTable(
            caption=_("Rijen die niet te gebruiken zijn"),
            rows=rows,
            columns=(
                Column("bestand", _("Bestand"), lambda row: row.file, ("file", "line")),
                Column("regel", _("Regel"), lambda row: str(row.line), ("line",)),
                Column("reden", _("Waarom niet"), lambda row: row.reason, ("reason",)),
                Column("rij", _("De rij"), lambda row: row.text),
            ),
            row_template="register/refused_row.html",
            asked=request.GET.dict(),
            searched=("file", "text", "reason"),
            filters=(by_file(files),) if len(files) > 1 else (),
            file_name="register-geweigerd",
        )
        if table.wants_csv:
            return table.csv()
        more = self.imported.report.get("refused_total", 0) - len(rows)
        return self.render({"table": table, "imported": self.imported, "more": more})


def by_file(files: list[str]) -> RowFilter:
    conditions = {name: partial(is_of, name) for name in files}
    return RowFilter("uit", _("Bestand"), tuple((name, name) for name in files), conditions, _("Alle"))


def is_of(name: str, row: RefusedRow) -> bool:
    return bool(row.file == name)


class Decide(OfImport):
    """Take over, leave, choose again or turn back."""

    access = may_keep

    def post(self, request: HttpRequest, import_id: int) -> HttpResponse:
        if not may_keep_of(request.scope, self.imported.partnership_id):  # type: ignore[attr-defined]
            raise Http404
        form = DecisionForm(request.POST)
        back = redirect("register:import", import_id)
        if not form.is_valid():
            messages.warning(request, _("Er is niets veranderd. Kies wat u wilt doen."))
            return back
        do, keys = form.cleaned_data["do"], form.cleaned_data["change"]
        if do in ("accept", "decline", "reconsider") and not keys:
            messages.warning(request, _("Er is niets veranderd. Zet eerst een vinkje bij de verschillen die u bedoelt."))
            return back
        try:
            done = _DOES[do](self.imported, keys, by=request.user, now=timezone.now())
        except NotUsable as why:
            messages.warning(request, translated(str(why)))
            return back
        self.tell(do, done)
        return back

    def tell(self, do: str, done: Done) -> None:
        if done.count:
            messages.success(self.request, _said(do, done.count))
        elif not done.left:
            messages.warning(self.request, _("Er is niets veranderd. Over deze verschillen is al gekozen."))
        if done.left:
            text = ngettext(
                "{number} verschil past niet meer, of er hangt al iets aan, en is blijven liggen.",
                "{number} verschillen passen niet meer, of er hangt al iets aan, en zijn blijven liggen.",
                done.left,
            )
            messages.warning(self.request, text.format(number=done.left))


_DOES: dict[str, Callable[..., Done]] = {
    "accept": deciding.accept,
    "decline": deciding.decline,
    "reconsider": deciding.reconsider,
    "accept_all": lambda imported, _keys, **given: deciding.accept(imported, None, **given),
    "undo": lambda imported, _keys, **given: deciding.undo(imported, **given),
}


def _said(do: str, number: int) -> str:
    text = {
        "accept": ngettext("{number} verschil overgenomen.", "{number} verschillen overgenomen.", number),
        "accept_all": ngettext("{number} verschil overgenomen.", "{number} verschillen overgenomen.", number),
        "decline": ngettext("{number} verschil niet overgenomen.", "{number} verschillen niet overgenomen.", number),
        "reconsider": ngettext("{number} verschil staat weer open.", "{number} verschillen staan weer open.", number),
        "undo": ngettext("{number} verschil teruggedraaid.", "{number} verschillen teruggedraaid.", number),
    }[do]
    return text.format(number=number)
