"""After which point does a Dutch sentence go on?"""

from __future__ import annotations

_EXAMPLES = "bijv bv o.a d.w.z m.a.w m.n n.a.v m.b.t m.b.v i.v.m i.p.v i.o t.a.v t.b.v t.o.v t.g.v a.d.h.v d.m.v e.d e.a z.s.m z.o.z"
_NAMES = "dhr mw mevr mej dr drs ing ir mr prof ds st fam"
_PLACES = "art artt blz pag p par nr nrs no vgl zgn zg ca circa max min incl excl evt resp ong gr tel afd hfst bijl t d.d dd a.s jl"
_MONTHS = "jan feb febr mrt apr jun jul aug sep sept okt nov dec"
_TERMS = "v.a t/m c.q n.v.t nvt p.w p.j p.m w.o m.u.v n.o.t.k"

# In small letters, without the last point. What can well be the end of a sentence ("enz.", "etc.") is not in it.
GOES_ON = frozenset(" ".join((_EXAMPLES, _NAMES, _PLACES, _MONTHS, _TERMS)).split())
