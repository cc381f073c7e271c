"""Why is a figure of now another one than that of the school year of today?"""

from __future__ import annotations

from dekkend.coverage.rules.earlier import earlier_rows
from dekkend.coverage.rules.listed import percent
from dekkend.coverage.words.coverage import Coverage
from dekkend.coverage.words.figures import Figure
from dekkend.kernel.sentences import say


def bounds(figure: Figure) -> str:
    """ "72%", or "minstens 72%, hoogstens 95%" where not all is known."""
    least, most = percent(figure.low), percent(figure.high)
    if least is None or most is None:
        return say("niet geteld")
    return f"{least}%" if least == most else say("minstens {least}%, hoogstens {most}%", least=least, most=most)


def why_now_differs(coverage: Coverage, of_year: Figure, now: Figure) -> str:
    """Why the figure of now is not that of the school year of today, which counts profiles of that year only; "" when they are the same."""
    if coverage.school_year or bounds(of_year) == bounds(now):
        return ""
    count = len(earlier_rows(coverage))
    if not count:
        return say("Nu is dat {now}: dan telt ook mee wat scholen na hun profiel nog zeiden.", now=bounds(now))
    return say(
        "Nu is dat {now}: dan tellen ook profielen van een eerder schooljaar mee ({count}), en wat scholen na hun profiel nog zeiden.",
        now=bounds(now),
        count=count,
    )
