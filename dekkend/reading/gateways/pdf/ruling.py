"""Which cells do the ruled lines of a page enclose?

Lines are straightened and joined, sides that were left open at the end of a page or at the edge of a table are closed, and
the smallest rectangles are the cells (found with pdfplumber). Cells that share corners make one table.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

from dekkend.reading.gateways.pdf.sheet import Box, Edge

NEAR = 3.0  # points: lines this close are one line, ends this close meet
MOST_LINES, MOST_CROSSINGS = 1_500, 2_000  # of one page, of one table
FEWEST_LINES = 3  # crossing each other: a cross of two lines is no table
FAR = 8.0  # points a line must go on beyond the last crossing to be an open side


class TooManyLines(Exception):
    """So many lines that they are a drawing; looking through them would take long and find nothing."""


def cell_groups(edges: Iterable[Edge]) -> list[list[Box]]:
    """The cells of each table that these lines draw, in no fixed order; lone rectangles are no table.

    Raises TooManyLines.
    """
    merged = [_edge_of(found) for found in _merge_dicts(edges)]
    if len(merged) > MOST_LINES:
        raise TooManyLines
    return [cells for group in _connected(merged) if len(group) >= FEWEST_LINES for cells in _cells(group)]


def _cells(group: list[Edge]) -> list[list[Box]]:
    """The cells of the lines of one group, table by table."""
    crossings = sum(_crosses(edge, other) for edge in group if edge.upright for other in group)
    if crossings > MOST_CROSSINGS:
        raise TooManyLines
    closed = _merge_dicts([*group, *_missing_sides(group)])
    tables = cells_to_tables(intersections_to_cells(edges_to_intersections(closed, NEAR, NEAR)))
    return [[Box(left, top, right, bottom) for left, top, right, bottom in table] for table in tables]


def _merge_dicts(edges: Iterable[Edge]) -> list[dict[str, Any]]:
    shortest = (edge for edge in map(_dict_of, edges) if max(edge["width"], edge["height"]) > 0)
    merged: list[dict[str, Any]] = merge_edges(list(shortest), NEAR, NEAR, NEAR, NEAR)
    return [edge for edge in merged if max(edge["width"], edge["height"]) > NEAR]


def _dict_of(edge: Edge) -> dict[str, Any]:
    """An edge as pdfplumber knows it."""
    box = (edge.at, edge.at, edge.start, edge.end) if edge.upright else (edge.start, edge.end, edge.at, edge.at)
    left, right, top, bottom = box
    return {
        "x0": left, "x1": right, "top": top, "bottom": bottom, "width": right - left, "height": bottom - top,
        "orientation": "v" if edge.upright else "h", "object_type": "line",
    }  # fmt: skip


def _edge_of(found: dict[str, Any]) -> Edge:
    if found["orientation"] == "v":
        return Edge(upright=True, at=found["x0"], start=found["top"], end=found["bottom"])
    return Edge(upright=False, at=found["top"], start=found["x0"], end=found["x1"])


def _crosses(one: Edge, other: Edge) -> bool:
    if one.upright == other.upright:
        return False
    return other.start - NEAR <= one.at <= other.end + NEAR and one.start - NEAR <= other.at <= one.end + NEAR


def _connected(edges: list[Edge]) -> list[list[Edge]]:
    """The edges in groups that hang together by crossing each other."""
    waiting = list(edges)
    groups: list[list[Edge]] = []
    while waiting:
        group = [waiting.pop()]
        for edge in group:
            group += [other for other in waiting if _crosses(edge, other)]
            waiting = [other for other in waiting if not _crosses(edge, other)]
        groups.append(group)
    return groups


def _missing_sides(group: list[Edge]) -> list[Edge]:
    """The sides that a table leaves open: its lines end at the same place beyond the last line across."""
    sides = []
    for upright in (True, False):
        lines = [edge for edge in group if edge.upright == upright]
        across = [edge for edge in group if edge.upright != upright]
        if not lines or not across:
            continue
        first, last = min(edge.at for edge in across), max(edge.at for edge in across)
        ends = [edge.end for edge in lines if edge.end > last + FAR]
        starts = [edge.start for edge in lines if edge.start < first - FAR]
        low, high = min(edge.start for edge in across), max(edge.end for edge in across)
        for places, outermost in ((ends, max), (starts, min)):
            if places and _is_shared(places, len(lines)):
                sides.append(Edge(upright=not upright, at=outermost(places), start=low, end=high))
    return sides


def _is_shared(places: list[float], lines: int) -> bool:
    """Do most lines end here, and all of these at the same place?"""
    return max(places) - min(places) <= NEAR and 2 * len(places) >= lines
