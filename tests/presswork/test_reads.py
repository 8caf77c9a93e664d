"""What pages have read: numbered once, and nothing else kept."""

from presswork.reads import Reads
from presswork.tracing import Trace

SITE = {"generated_content": {}, "static_content": {}, "SITENAME": "Site", "SITEURL": "https://example.org"}


def test_a_trace_once_numbered_keeps_its_numbers_alone() -> None:
    reads, trace, page = Reads(SITE, []), Trace(SITE, {}, {}), Trace(SITE, {}, {})
    trace.variable("SITENAME", SITE["SITENAME"])
    page.variable("SITEURL", SITE["SITEURL"])
    page.parts[id(trace)] = trace
    numbers = reads.of(trace)
    assert vars(trace) == {"numbers": numbers}
    assert reads.of(trace) == numbers
    assert set(numbers) < set(reads.of(page))


def test_the_same_names_are_one_object() -> None:
    reads = Reads(SITE, [])
    assert reads.named({"url", "title"}) == ("title", "url")
    assert reads.named({"url", "title"}) is reads.named({"title", "url"})
