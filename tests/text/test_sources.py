"""Who is who among the sources of an article."""

from __future__ import annotations

from firsthand.model import SourceKind
from firsthand.statements.quotes import quoted_stretches
from firsthand.text.english import parse
from firsthand.text.sources import Sources
from firsthand.text.sources.reach import Reach


def resolve(text: str, *mentions: str) -> list[tuple[str, SourceKind, str]]:
    """Each mention, looked for behind the one before."""
    pieces, at = [], 0
    for mention in mentions:
        start = text.index(mention, at)
        at = start + len(mention)
        pieces.append((start, at))
    found = Sources(parse(text), Reach(quoted_stretches(text))).resolve(pieces)
    return [(found[p].name, found[p].kind, found[p].key) for p in pieces]


def test_title_surname_and_pronoun_are_one_person() -> None:
    text = (
        "Defence Minister Henrik Solberg said talks had begun. Solberg said they went well."
        " The minister said more would follow. He said so twice."
    )
    found = resolve(text, "Defence Minister Henrik Solberg", "Solberg", "The minister", "He")
    assert {name for name, _, _ in found} == {"Henrik Solberg"}
    assert len({key for _, _, key in found}) == 1


def test_two_groups_of_officials_are_two_sources() -> None:
    first, second = resolve(
        "Officials said two died. Other reports differ. Officials said three died.", "Officials", "Officials"
    )
    assert first[1] is second[1] is SourceKind.UNNAMED
    assert first[2] != second[2]


def test_the_source_goes_back_to_a_source() -> None:
    text = "A source with knowledge of the talks said they failed. The source said no date was set."
    first, second = resolve(text, "A source with knowledge of the talks", "The source")
    assert first[2] == second[2]


def test_kinds() -> None:
    text = "A report said so. Residents said so. The ministry said so. A spokesman said so. A tweet said so."
    kinds = [kind for _, kind, _ in resolve(text, "A report", "Residents", "The ministry", "A spokesman", "A tweet")]
    assert kinds == [
        SourceKind.DOCUMENT,
        SourceKind.CROWD,
        SourceKind.ORGANISATION,
        SourceKind.UNNAMED,
        SourceKind.POST,
    ]


def test_an_office_named_long_ago_is_who_is_named_most() -> None:
    text = (
        "Defence Minister Henrik Solberg met Defence Minister Ivo Krantz on Monday. Solberg came by train."
        " Solberg left in the evening. It had rained all day. The roads were wet. The river had risen."
        " The minister said the talks went well."
    )
    assert resolve(text, "The minister")[0][0] == "Henrik Solberg"


def test_a_body_with_a_persons_name_is_no_person() -> None:
    text = "President Henrik Solberg spoke first. The Solberg administration said the plan stood."
    assert resolve(text, "The Solberg administration")[0][1] is not SourceKind.PERSON


def test_a_mention_ends_before_the_clause_that_goes_on() -> None:
    text = "The report, by the harbour board, said the wall was weak."
    assert resolve(text, "The report, by")[0][0] == "report"


def test_a_minister_of_another_country_is_another_minister() -> None:
    text = (
        "Norland Defence Minister Henrik Solberg spoke of plans against the Eastmark leader."
        " The Eastmark defence minister said little."
    )
    assert resolve(text, "The Eastmark defence minister")[0][0] != "Henrik Solberg"


def test_a_quoted_name_is_not_who_speaks() -> None:
    text = 'Ada Holm opened the session. "Speaker Ivo Krantz has misled this house," she added.'
    assert resolve(text, "Ada Holm", "she")[1][0] == "Ada Holm"


def test_who_is_named_in_what_is_said_does_not_say_it() -> None:
    text = "Ivo Krantz took office in May. Emil Varga said the dam was sound. He said Varga had not told them."
    mention = text.index("He said"), text.index("He said") + 2
    content = text.index("Varga had"), len(text) - 1
    cited = text.index("Emil Varga"), text.index("Emil Varga") + 10
    found = Sources(parse(text), Reach(said={mention: [content]})).resolve([cited, mention])
    assert found[mention].name == "Ivo Krantz"


def test_whoever_speaks_does_not_mean_himself_by_he() -> None:
    text = 'Ivo Krantz left early. Emil Varga said: "He told me that the dam was weak."'
    quoted = text.index('"'), len(text)
    speaker, inner = (text.index("Emil Varga"), text.index("Emil Varga") + 10), (quoted[0] + 1, quoted[0] + 3)
    reach = Reach((quoted,), {speaker: [quoted]}, ((quoted, speaker),))
    assert Sources(parse(text), reach).resolve([speaker, inner])[inner].name == "Ivo Krantz"


def test_an_honorific_tells_he_from_she() -> None:
    text = "Ivo Krantz ran the harbour. Mrs. Holm said she would leave. He said that this was no surprise."
    assert resolve(text, "Mrs. Holm", "He")[1][0] == "Ivo Krantz"


def test_pronouns_elsewhere_tell_he_from_she() -> None:
    text = (
        "Robin Tarn grew up in Norland. She lost her father early. Robin Tarn says she likes the sea.\n"
        "Robin Tarn ran the harbour when she was thirty.\n"
        "Ivo Krantz left at noon. Robin Tarn said the wall was weak. He said so as well."
    )
    assert resolve(text, "Robin Tarn", "Robin Tarn said", "He")[2][0] == "Ivo Krantz"


def test_they_are_several() -> None:
    text = "Residents said the wall was weak. A spokesman said it was not. They said they had seen cracks."
    assert resolve(text, "Residents", "A spokesman", "They")[2][0] == "Residents"


def test_two_who_are_cited_together_are_no_one_of_them() -> None:
    text = "Ada Holm and Ivo Krantz said the wall was weak. They said it would fall."
    both, they = resolve(text, "Ada Holm and Ivo Krantz", "They")
    assert both[0] == they[0] == "Ada Holm and Ivo Krantz"
    assert both[1] is SourceKind.CROWD


def test_it_without_anything_before_it_is_no_source() -> None:
    text = "It is clear that the wall was weak."
    assert Sources(parse(text)).resolve([(0, 2)]) == {}


def test_a_person_is_not_called_which() -> None:
    text = "The Harbour Trust said so. The office of Ada Holm, which said no, is old."
    assert resolve(text, "The Harbour Trust", "which")[1][0] == "Harbour Trust"


def test_papers_are_no_crowd_and_people_no_body() -> None:
    text = "E-mails show that. The excerpts show that. Norlanders say that. The Democrats say that."
    kinds = [kind for _, kind, _ in resolve(text, "E-mails", "The excerpts", "The Democrats")]
    assert kinds == [SourceKind.DOCUMENT, SourceKind.DOCUMENT, SourceKind.CROWD]


def test_a_title_may_be_held_of_something() -> None:
    text = "Robert Hale spoke. Director of National Intelligence Robert Hale said the wall was weak."
    assert resolve(text, "Director of National Intelligence Robert Hale")[0][2] == "person:robert hale"


def test_a_mention_ends_before_what_describes_the_next_word() -> None:
    text = "A recording, sent to the board last week, shows it."
    assert resolve(text, "A recording, sent to the board last")[0][0] == "recording, sent to the board"


def test_a_name_that_is_called_it_is_no_person() -> None:
    text = "Tarnix said its cable was cut. Tarnix, which runs three cables, said more would follow."
    assert {kind for _, kind, _ in resolve(text, "Tarnix", "Tarnix")} == {SourceKind.ORGANISATION}


def test_who_adviser_of_whom_is_not_who_speaks() -> None:
    text = "Henrik Solberg was away. Solberg senior adviser Ada Holm said the talks went well."
    assert resolve(text, "Solberg senior adviser Ada Holm")[0][0] == "Ada Holm"


def test_who_acts_in_the_main_clause_goes_before_who_acts_in_another() -> None:
    text = "Robin Tarn took offence when Ada Holm left the hall. He said so later."
    assert resolve(text, "He")[0][0] == "Robin Tarn"


def test_inside_what_is_told_he_is_whom_the_teller_speaks_of() -> None:
    text = "Ada Holm said that when Ivo Krantz was asked, he told them nothing."
    speaker, inner = (0, 8), (text.index("he told"), text.index("he told") + 2)
    content = text.index("that"), len(text) - 1
    reach = Reach((), {speaker: [content]}, ((content, speaker),))
    assert Sources(parse(text), reach).resolve([speaker, inner])[inner].name == "Ivo Krantz"


def test_he_is_not_who_writes() -> None:
    text = "Ivo Krantz ran the harbour. I think that was wrong. He said it was right."
    assert resolve(text, "I ", "He ")[1][0] == "Ivo Krantz"


def test_we_and_us_are_nobody_by_name() -> None:
    found = resolve("It was cold. We said no. The door, Us said, was shut.", "We", "Us")
    assert [kind for _, kind, _ in found] == [SourceKind.CROWD, SourceKind.CROWD]


def test_a_surname_that_looks_like_several_is_one_persons() -> None:
    text = "Carla Winters runs the harbour. Winters said the pier was safe. Later Winters warned of storms."
    found = resolve(text, "Winters", "Winters")
    assert [(name, kind) for name, kind, _ in found] == [("Carla Winters", SourceKind.PERSON)] * 2


def test_a_surname_alone_that_looks_like_several_is_a_person() -> None:
    text = "Lyons said that the prisoner had a key. Described as tall, Lyons warned, the man knew the yard."
    (found,) = resolve(text, "Lyons")
    assert found[:2] == ("Lyons", SourceKind.PERSON)


def test_supporters_of_a_party_are_no_person() -> None:
    text = "Norlanders say the vote was fair. In May Norlanders voted. The Norlanders went. Norlanders said so twice."
    assert all(kind is not SourceKind.PERSON for _, kind, _ in resolve(text, "Norlanders", "Norlanders said"))
