"""What must an administrator still arrange in a region: schools, people, and somebody after the last administrator?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dekkend.home.words import Part, Task
from dekkend.organisations.models import Partnership, Site
from dekkend.organisations.queries import administrators_invited, invitations_within, people_within, regions_by_care
from dekkend.organisations.words import Role, Scope
from dekkend.ui.templatetags.ui import in_words

SOON = timedelta(days=30)  # as `dekkend doctor` warns


def arranging(scope: Scope, today: date) -> Part | None:
    """The part of the day about the region itself; None when all is well, or when this person is no administrator."""
    if Role.ADMINISTRATOR not in scope.roles():
        return None
    own = scope.only(Role.ADMINISTRATOR)
    tasks = (*of_places(own), *of_administrators(own, today))
    return (
        Part("arranging", _("Uw samenwerkingsverband inrichten"), tasks, len(tasks), reverse("organisations:people"), "", "")
        if tasks
        else None
    )


def of_places(own: Scope) -> Iterator[Task]:
    """A region without schools, and one in which nobody but administrators was ever asked to take part."""
    with_schools = set(Site.objects.within(own).order_by().values_list("partnership_id", flat=True).distinct())
    empty = Partnership.objects.filter(pk__in=own.partnership_ids() - with_schools).order_by("name", "pk")
    for region in empty:
        yield Task(
            title=_("{region} heeft nog geen scholen").format(region=region.name),
            what=_("Lees de scholenlijst van DUO in, met de postcodes per samenwerkingsverband. Daarna kunt u mensen uitnodigen."),
            address=reverse("register:overview"),
            button=_("Lees scholen in"),
        )
    others = people_within(own).exclude(role=Role.ADMINISTRATOR.value).exists()
    if with_schools and not others and not invitations_within(own).exclude(role=Role.ADMINISTRATOR.value).exists():
        yield Task(
            title=_("Nog niemand van een school of bestuur doet mee"),
            what=_("Nodig voor elke school een intern begeleider of directeur uit, en iemand van elk bestuur."),
            address=reverse("organisations:invite"),
            button=_("Nodig iemand uit"),
        )


def of_administrators(own: Scope, today: date) -> Iterator[Task]:
    """A region that depends on one administrator, and one whose last administrator leaves soon."""
    invited = administrators_invited(timezone.now())
    for region, many, last in regions_by_care(today):
        if region.pk not in own.partnership_ids():
            continue
        if last is not None and last <= today + SOON:
            yield Task(
                title=_("De laatste beheerder van {region} stopt").format(region=region.name),
                what=_("Na {day} kan niemand meer mensen uitnodigen of rollen verlengen. Verleng de rol of nodig iemand uit.").format(
                    day=in_words(last)
                ),
                address=reverse("organisations:people"),
                button=_("Bekijk de rollen"),
                days=(last - today).days,
            )
        elif many == 1 and region.pk not in invited:
            yield Task(
                title=_("{region} heeft één beheerder").format(region=region.name),
                what=_("Valt die uit, dan kan niemand mensen uitnodigen of rollen verlengen. Nodig een tweede beheerder uit."),
                address=reverse("organisations:invite"),
                button=_("Nodig een beheerder uit"),
            )
