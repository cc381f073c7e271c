"""Does a misbehaving reader hurt nothing, and does every failure end in a sentence?

The process that forks is forked here from the test itself, so that a test can make the reading misbehave.
"""

from __future__ import annotations

import faulthandler
import os
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from dekkend.reading.gateways import child, nursery, sandbox
from dekkend.reading.gateways.batch import read_many
from dekkend.reading.gateways.child import Order
from dekkend.reading.gateways.sandbox import Bounds, read_file, read_measured
from dekkend.reading.words.result import DocumentRefused

READING = {
    "source": {"name": "a.txt", "sha256": "0" * 64, "media_type": "text/plain", "pages": None, "links": ["https://zee.example/"]},
    "profile": {"school_year": "2024-2025"},
    "evidence": [],
    "findings": [],
    "unread": [],
}
Result = Callable[[Order], dict[str, Any]]


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Callable[[Result], Path]]:
    """Put a reader of the test's own in the sandbox; gives a file to read."""
    served: list[int] = []

    def put(result: Result) -> Path:
        ours, theirs = socket.socketpair()
        pid = os.fork()
        if pid == 0:
            ours.close()
            faulthandler.disable()
            child._result = result
            nursery._load_reader = nursery._prepare = nursery._warm_up = lambda *_: None
            try:
                nursery.serve(theirs)
            finally:
                os._exit(0)
        theirs.close()
        served.append(pid)
        monkeypatch.setattr(sandbox._NURSERY, "_control", ours)
        file = tmp_path / "profiel.txt"
        file.write_text("Wij zijn De Vuursprot.")
        return file

    yield put
    sandbox.stop_reading()
    control = sandbox._NURSERY._control
    if control is not None:
        control.close()
    for pid in served:
        os.waitpid(pid, 0)


def refusal_of(file: Path, **bounds: Any) -> DocumentRefused:
    with pytest.raises(DocumentRefused) as refused:
        read_file(file, bounds=Bounds(**bounds))
    return refused.value


def end_by_signal(number: int) -> dict[str, Any]:
    os.kill(os.getpid(), number)
    time.sleep(5)
    return {}


def test_a_reading_comes_through(reader) -> None:
    measured = read_measured(reader(lambda order: {"reading": READING}))
    assert measured.reading.profile == {"school_year": "2024-2025"}
    assert measured.reading.source.links[0].url == "https://zee.example/"
    assert measured.peak > 1_000_000


def test_a_large_reading_comes_through_whole(reader) -> None:
    long = {**READING, "profile": {"text": "zee " * 1_000_000}}
    assert len(read_file(reader(lambda order: {"reading": long})).profile["text"]) == 4_000_000


def test_a_refusal_keeps_its_code_and_its_sentence(reader) -> None:
    refused = refusal_of(reader(lambda order: {"refused": ["empty", "Dit bestand is leeg."]}))
    assert (refused.code, refused.message) == ("empty", "Dit bestand is leeg.")


def test_a_reader_that_sleeps_is_ended_by_the_clock(reader) -> None:
    file = reader(lambda order: time.sleep(60) or {})
    began = time.monotonic()
    assert refusal_of(file, seconds=0.5).code == "too_slow"
    assert time.monotonic() - began < 5


def test_a_reader_that_keeps_computing_is_ended(reader) -> None:
    def compute(order: Order) -> dict[str, Any]:
        while True:
            pass

    assert refusal_of(reader(compute), seconds=1).code == "too_slow"


def test_a_reader_that_wants_too_much_memory_is_refused(reader) -> None:
    refused = refusal_of(reader(lambda order: {"reading": bytearray(2_000_000_000)}))
    assert refused.code == "too_much_memory"
    assert "geheugen" in refused.message


@pytest.mark.parametrize("number", [signal.SIGSEGV, signal.SIGABRT, signal.SIGKILL])
def test_a_reader_that_crashes_is_a_refusal(reader, number: int) -> None:
    assert refusal_of(reader(lambda order: end_by_signal(number))).code == "crashed"


def test_a_fault_in_the_reader_is_a_refusal_without_a_trace(reader) -> None:
    refused = refusal_of(reader(lambda order: {"fault": "KeyError in rows.py, line 3"}))
    assert refused.code == "crashed"
    assert "KeyError" not in refused.message


@pytest.mark.parametrize("line", [b"", b"{", b"[]\n", b'{"reading": {}}\n', b"\xff\n" * 3])
def test_a_reader_that_talks_nonsense_is_a_refusal(reader, monkeypatch, line: bytes) -> None:
    monkeypatch.setattr(child, "_line", lambda order: line)
    assert refusal_of(reader(lambda order: {})).code == "crashed"


def test_a_reader_can_write_no_file(reader, tmp_path: Path) -> None:
    def write(order: Order) -> dict[str, Any]:
        try:
            (tmp_path / "left_behind").write_text("half")
        except OSError:
            return {"refused": ["kept_out", ""]}
        return {}

    assert refusal_of(reader(write)).code == "kept_out"


def test_a_short_reading_does_not_wait_for_a_long_one(reader) -> None:
    def by_name(order: Order) -> dict[str, Any]:
        time.sleep(3 if order.path.endswith("slow.txt") else 0)
        return {"reading": READING}

    quick = reader(by_name)
    slow = quick.with_name("slow.txt")
    slow.write_text("De Kwikstaart")
    outcomes = [outcome.path.name for outcome in read_many([slow, quick, quick], 2)]
    assert outcomes == [quick.name, quick.name, slow.name]


def test_one_bad_file_never_stops_the_rest(reader, tmp_path: Path) -> None:
    def by_name(order: Order) -> dict[str, Any]:
        return end_by_signal(signal.SIGSEGV) if order.path.endswith("bad.txt") else {"reading": READING}

    good = reader(by_name)
    bad = tmp_path / "bad.txt"
    bad.write_text("x")
    outcomes = list(read_many([bad, good, tmp_path / "gone.txt", good], 2))
    assert sorted(o.refusal.code if o.refusal else "read" for o in outcomes) == ["crashed", "missing", "read", "read"]


def test_many_threads_may_read_at_once(reader) -> None:
    file = reader(lambda order: {"reading": READING})
    with ThreadPoolExecutor(8) as pool:
        readings = list(pool.map(lambda _: read_file(file), range(24)))
    assert len(readings) == 24


def test_no_process_is_left_behind_when_reading_stops(reader) -> None:
    file = reader(lambda order: time.sleep(60) or {})
    waiting = threading.Thread(target=refusal_of, args=(file,), kwargs={"seconds": 30})
    waiting.start()
    time.sleep(0.3)
    sandbox._NURSERY._control.close()
    waiting.join(5)
    assert not waiting.is_alive()
