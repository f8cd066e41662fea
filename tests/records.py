"""Records of small texts, honest and false, that `check` must tell apart."""

import attrs

from cica_events import Event, Release, SetAside, parse_edtf

STATED, RESOLVED, INFERRED = "stated", "resolved", "inferred"
NOTE = "From the calendar of the organiser."


@attrs.frozen
class Record:
    """A release, and the kind of trap that it is."""

    kind: str
    release: Release

    def __str__(self):
        events = "; ".join(f"{event.when} {event.basis}" for event in self.release.events)
        return f"{self.kind}: {self.release.text} [{events}]"


def record(kind, text, published, events, aside=(), **fields):
    fields = {"published_basis": "inferred", "published_note": "Given."} | fields
    return Record(
        kind,
        Release(
            id="r",
            title="A release",
            text=text,
            published=parse_edtf(published),
            events=[made(f"e{n}", *event) for n, event in enumerate(events)],
            set_aside=[SetAside(phrase, "A reason.") for phrase in aside],
            **fields,
        ),
    )


def made(name, when, basis, evidence, note=None, **fields):
    when = parse_edtf(when)
    return Event(
        id=name, title="An event", when=when, basis=basis, evidence=evidence, note=note, **fields
    )


HONEST = [
    record(
        "denied",
        "The concert did not take place on 4 June 2023. It was given on 9 June 2023.",
        "2023-07-01",
        [("2023-06-09", STATED, ["It was given on 9 June 2023"])],
        aside=["on 4 June 2023"],
    ),
    record(
        "denied",
        "The treaty was signed not on 1 March 2010 but on 3 March 2010.",
        "2022-08-01",
        [("2010-03-03", STATED, ["but on 3 March 2010"])],
        aside=["not on 1 March 2010"],
    ),
    record(
        "alternative",
        "The vote is on either 5 or 12 September 2024.",
        "2024-08-01",
        [("2024-09-12", INFERRED, ["either 5 or 12 September 2024"], NOTE)],
    ),
    record(
        "alternative",
        "The museum opens in spring or summer 2025.",
        "2024-08-01",
        [("2025-22", INFERRED, ["in spring or summer 2025"], NOTE)],
    ),
    record(
        "alternative",
        "It was built in 1866 or 1867.",
        "2024-08-01",
        [("1867", INFERRED, ["in 1866 or 1867"], NOTE)],
    ),
    record(
        "bound",
        "The bridge will not open before 1 July 2026.",
        "2024-08-01",
        [("2026-07-01", INFERRED, ["will not open before 1 July 2026"], NOTE)],
    ),
    record(
        "bound",
        "The bridge will not open before 1 July 2026.",
        "2024-08-01",
        [],
        aside=["before 1 July 2026"],
    ),
    record(
        "bound",
        "Entries close no later than 9 May 2024.",
        "2024-04-01",
        [("2024-05-09", INFERRED, ["no later than 9 May 2024"], NOTE)],
    ),
    record(
        "bound",
        "Entries must arrive by 9 May 2024.",
        "2024-04-01",
        [("2024-05-09", STATED, ["by 9 May 2024"])],
    ),
    record(
        "bound",
        "The survey ran until 30 June 2024.",
        "2024-08-01",
        [("2024-06-30", STATED, ["until 30 June 2024"])],
    ),
    record(
        "bound",
        "He has led the office since 2009.",
        "2024-08-01",
        [("2009", STATED, ["since 2009"])],
    ),
    record(
        "interval",
        "The club was founded in 1992. It was dissolved in 2001.",
        "2024-08-01",
        [("1992/2001", INFERRED, ["was founded in 1992. It was dissolved in 2001"], NOTE)],
    ),
    record(
        "interval",
        "Courses are on 3 and 10 June 2024.",
        "2024-05-01",
        [
            ("2024-06-03", STATED, ["Courses are on 3 and 10 June 2024"]),
            ("2024-06-10", STATED, ["Courses are on 3 and 10 June 2024"]),
        ],
    ),
    record(
        "interval",
        "The fair lasts from 9 to 11 May 2024.",
        "2024-05-01",
        [("2024-05-09/2024-05-11", STATED, ["from 9 to 11 May 2024"])],
    ),
    record(
        "interval",
        "The fair is on 9 and 10 May 2024.",
        "2024-05-01",
        [("2024-05-09/2024-05-10", STATED, ["on 9 and 10 May 2024"])],
    ),
    record(
        "interval",
        "The show opened on 2 March and runs until 8 April 2024.",
        "2024-05-01",
        [
            (
                "2024-03-02/2024-04-08",
                INFERRED,
                ["opened on 2 March and runs until 8 April 2024"],
                NOTE,
            )
        ],
    ),
    record(
        "interval",
        "The wedding was postponed from 3 May 2024 to 5 June 2024.",
        "2024-05-01",
        [("2024-06-05", STATED, ["postponed from 3 May 2024 to 5 June 2024"])],
        aside=["from 3 May 2024"],
    ),
    record(
        "interval",
        "Ferries run from May to September 2024.",
        "2024-02-01",
        [("2024-05/2024-09", STATED, ["from May to September 2024"])],
    ),
    record(
        "interval",
        "She served as mayor in 1998-2004.",
        "2024-02-01",
        [("1998/2004", STATED, ["in 1998-2004"])],
    ),
    record(
        "interval",
        "The 2023/24 season was the best.",
        "2024-08-01",
        [("2023/2024", STATED, ["The 2023/24 season"])],
    ),
    record(
        "supplied",
        "The mill burned down on 3 August.",
        "2023-09-01",
        [("2023-08-03", INFERRED, ["burned down on 3 August"], NOTE)],
    ),
    record(
        "supplied",
        "The mill burned down on 3 August.",
        "2023-09-01",
        [("1984-08-03", INFERRED, ["burned down on 3 August"], NOTE)],
    ),
    record(
        "supplied",
        "Applications are open until March 15.",
        "2023-12-01",
        [("2024-03-15", INFERRED, ["until March 15"], NOTE)],
    ),
    record(
        "supplied",
        "The team met on Tuesday.",
        "2023-12-01",
        [("2023-11-28", INFERRED, ["met on Tuesday"], NOTE)],
    ),
    record(
        "supplied",
        "The team met on Tuesday.",
        "2023-12-01",
        [("2023-11-21", INFERRED, ["met on Tuesday"], NOTE)],
    ),
    record(
        "supplied",
        "The dance is on Saturday, 14 June.",
        "2025-05-01",
        [("2025-06-14", INFERRED, ["on Saturday, 14 June"], NOTE)],
    ),
    record(
        "supplied",
        "The old port closed in the nineties.",
        "2025-05-01",
        [("199X", INFERRED, ["in the nineties"], NOTE)],
    ),
    record(
        "supplied",
        "The old port closed in the nineties.",
        "2025-05-01",
        [("189X", INFERRED, ["in the nineties"], NOTE)],
    ),
    record(
        "supplied",
        "The works end in autumn.",
        "2025-05-01",
        [("2025-23", INFERRED, ["in autumn"], NOTE)],
    ),
    record(
        "supplied",
        "Sales rose in the second quarter.",
        "2025-07-15",
        [("2025-34", INFERRED, ["in the second quarter"], NOTE)],
    ),
    record(
        "supplied",
        "Sales rose in the third quarter of 2024.",
        "2025-07-15",
        [("2024-35", STATED, ["in the third quarter of 2024"])],
    ),
    record(
        "relative",
        "The centre opened yesterday.",
        "2023-01-01",
        [("2022-12-31", RESOLVED, ["opened yesterday"])],
    ),
    record(
        "relative",
        "The centre opened yesterday.",
        "2023-01-01",
        [("2022-12-31", INFERRED, ["opened yesterday"], NOTE)],
    ),
    record(
        "relative",
        "The forum will be held next year.",
        "2023",
        [("2024", RESOLVED, ["held next year"])],
    ),
    record(
        "relative",
        "The forum will be held in November next year.",
        "2023",
        [("2024-11", RESOLVED, ["in November next year"])],
    ),
    record(
        "relative",
        "Last month the port reopened.",
        "2023-03-31",
        [("2023-02", RESOLVED, ["Last month the port reopened"])],
    ),
    record(
        "relative",
        "Three years ago the port reopened.",
        "2023-03-31",
        [("2020", RESOLVED, ["Three years ago the port reopened"])],
    ),
    record(
        "relative",
        "The new depot will open next week.",
        "2024-06-05",
        [("2024-06-10/2024-06-16", RESOLVED, ["will open next week"])],
    ),
    record(
        "relative",
        "Prices rose last spring.",
        "2024-06-05",
        [("2024-21", RESOLVED, ["last spring"])],
    ),
    record(
        "relative",
        "The fire of 3 May 2021 was put out the following day.",
        "2021-06-05",
        [
            ("2021-05-03", STATED, ["The fire of 3 May 2021"]),
            ("2021-05-04", RESOLVED, ["The fire of 3 May 2021 was put out the following day"]),
        ],
    ),
    record(
        "relative",
        "The fire of 3 May 2021 was put out the following day.",
        "2021-06-05",
        [
            ("2021-05-03", STATED, ["The fire of 3 May 2021"]),
            ("2021-05-04", INFERRED, ["was put out the following day"], NOTE),
        ],
    ),
    record(
        "look-alike",
        "The 2014 seats were sold on 3 June.",
        "2015-01-10",
        [("2014-06-03", INFERRED, ["The 2014 seats were sold on 3 June"], NOTE)],
    ),
    record(
        "look-alike",
        "Room 2010 was refurbished in 2012.",
        "2015-01-10",
        [("2012", STATED, ["Room 2010 was refurbished in 2012"])],
    ),
    record(
        "look-alike",
        "Doors open at 18.05 on 6 April 2024.",
        "2024-03-10",
        [("2024-04-06", STATED, ["Doors open at 18.05 on 6 April 2024"])],
    ),
    record(
        "numeric",
        "Signed on 03/04/2021.",
        "2021-08-10",
        [("2021-04-03", INFERRED, ["Signed on 03/04/2021"], NOTE)],
    ),
    record(
        "numeric",
        "Signed on 03/04/2021.",
        "2021-08-10",
        [("2021-03-04", INFERRED, ["Signed on 03/04/2021"], NOTE)],
    ),
    record(
        "numeric",
        "Signed on 23/04/2021.",
        "2021-08-10",
        [("2021-04-23", STATED, ["Signed on 23/04/2021"])],
    ),
    record(
        "numeric",
        "Signed on 2021-04-23.",
        "2021-08-10",
        [("2021-04-23", STATED, ["Signed on 2021-04-23"])],
    ),
    record(
        "numeric",
        "Signed on 23.04.2021.",
        "2021-08-10",
        [("2021-04-23", STATED, ["Signed on 23.04.2021"])],
    ),
    record(
        "forgotten",
        "It opened on 1 May 2020. The annual fair follows.",
        "2023-05-10",
        [("2020-05-01", STATED, ["It opened on 1 May 2020"])],
        aside=["annual fair"],
    ),
    record(
        "publication",
        "PARIS, 4 March 2022 – The agency today opened its office in the old town, it said.",
        "2022-03-04",
        [("2022-03-04", RESOLVED, ["today opened its office"])],
        aside=["4 March 2022"],
        published_basis="stated",
        published_note=None,
    ),
    record(
        "publication",
        "PARIS, March 4 – The agency opened its office in the old town, it said.",
        "2022-03-04",
        [],
        aside=["March 4"],
    ),
    record(
        "publication",
        "PARIS, March 4 – The agency opened its office in the old town, it said.",
        "2022-03-05",
        [],
        aside=["March 4"],
    ),
    record(
        "publication",
        "The office opened today, 4 March 2022.",
        "2022-03-04",
        [("2022-03-04", STATED, ["opened today, 4 March 2022"])],
    ),
    record(
        "publication",
        "The office opened today (Friday).",
        "2022-03-04",
        [("2022-03-04", RESOLVED, ["opened today (Friday)"])],
    ),
    record(
        "publication",
        "The fund will keep its rules of 1988 and was set up to last till 2090.",
        "2000-03-04",
        [("1988", STATED, ["its rules of 1988"]), ("2090", STATED, ["to last till 2090"])],
    ),
    record(
        "publication",
        "The school will be sold; it was built in 1901. It was agreed to close it on 1 May 2031.",
        "2030-03-04",
        [("1901", STATED, ["built in 1901"]), ("2031-05-01", STATED, ["close it on 1 May 2031"])],
    ),
    record(
        "publication",
        "Save the date: 12 May 2022 – Spring Fair",
        "2022-01-04",
        [("2022-05-12", STATED, ["12 May 2022 – Spring Fair"])],
    ),
    record(
        "publication",
        "Conference on Soil\n12 October 2022, Geneva\n\nAll are welcome.",
        "2022-01-04",
        [("2022-10-12", STATED, ["12 October 2022, Geneva"])],
    ),
    record(
        "quote",
        "It opened on\n1\nMay 2020.",
        "2023-05-10",
        [("2020-05-01", STATED, ["It opened on 1 May 2020"])],
    ),
    record(
        "precision", "It began in the 1890s.", "2023-05-10", [("189X", STATED, ["in the 1890s"])]
    ),
    record("precision", "Early in 2023 it began.", "2023-05-10", [("2023", STATED, ["in 2023"])]),
    record(
        "precision",
        "It closed in mid-July 2023.",
        "2023-09-10",
        [("2023-07", STATED, ["in mid-July 2023"])],
    ),
    record(
        "precision",
        "It closed at the end of 2022.",
        "2023-09-10",
        [("2022", STATED, ["at the end of 2022"])],
    ),
    record(
        "layout",
        "Programme 2024\n\n3 May: opening\n9 June: closing\n",
        "2024-02-10",
        [
            ("2024-05-03", INFERRED, ["3 May: opening"], "The year of the programme."),
            ("2024-06-09", INFERRED, ["9 June: closing"], "The year of the programme."),
        ],
        aside=["Programme 2024"],
    ),
    record(
        "leap day",
        "It is held on 29 February.",
        "2023-05-10",
        [("2024-02-29", INFERRED, ["on 29 February"], NOTE)],
    ),
    record(
        "leap day",
        "The office opens the day after tomorrow.",
        "2024-02-27",
        [("2024-02-29", RESOLVED, ["the day after tomorrow"])],
    ),
]

FALSE = [
    record(
        "denied",
        "The concert did not take place on 4 June 2023. It was given on 9 June 2023.",
        "2023-07-01",
        [
            ("2023-06-09", STATED, ["It was given on 9 June 2023"]),
            ("2023-06-04", STATED, ["The concert did not take place on 4 June 2023"]),
        ],
    ),
    record(
        "denied",
        "No sitting was held on 12 March 2020.",
        "2020-04-01",
        [("2020-03-12", STATED, ["No sitting was held on 12 March 2020"])],
    ),
    record(
        "denied",
        "The session was never held in May 2019, contrary to reports.",
        "2020-04-01",
        [("2019-05", STATED, ["The session was never held in May 2019"])],
    ),
    record(
        "denied",
        "The match of 7 July 2022 was called off. It wasn't played on 8 July 2022 either.",
        "2022-08-01",
        [
            ("2022-07-07", STATED, ["The match of 7 July 2022"]),
            ("2022-07-08", STATED, ["wasn't played on 8 July 2022"]),
        ],
    ),
    record(
        "denied",
        "The treaty was signed not on 1 March 2010 but on 3 March 2010.",
        "2022-08-01",
        [
            ("2010-03-01", STATED, ["not on 1 March 2010"]),
            ("2010-03-03", STATED, ["but on 3 March 2010"]),
        ],
    ),
    record(
        "alternative",
        "The vote is on either 5 or 12 September 2024.",
        "2024-08-01",
        [("2024-09-12", STATED, ["either 5 or 12 September 2024"])],
    ),
    record(
        "alternative",
        "The vote is on either 5 or 12 September 2024.",
        "2024-08-01",
        [("2024-09-13", INFERRED, ["either 5 or 12 September 2024"], NOTE)],
    ),
    record(
        "alternative",
        "The museum opens in spring or summer 2025.",
        "2024-08-01",
        [("2025-21", STATED, ["in spring or summer 2025"])],
    ),
    record(
        "alternative",
        "It was built in 1866 or 1867.",
        "2024-08-01",
        [("1866", STATED, ["in 1866 or 1867"])],
    ),
    record(
        "alternative",
        "The race will be in May or June 2025.",
        "2024-08-01",
        [("2025-05/2025-06", STATED, ["in May or June 2025"])],
    ),
    record(
        "bound",
        "The bridge will not open before 1 July 2026.",
        "2024-08-01",
        [("2026-07-01", STATED, ["will not open before 1 July 2026"])],
    ),
    record(
        "bound",
        "Emissions are to be halved before 2035.",
        "2024-08-01",
        [("2035", STATED, ["halved before 2035"])],
    ),
    record(
        "bound",
        "The hall was finished after 1911.",
        "2024-08-01",
        [("1911", STATED, ["finished after 1911"])],
    ),
    record(
        "bound",
        "More than 40 schools were closed prior to 2015.",
        "2024-08-01",
        [("2015", STATED, ["prior to 2015"])],
    ),
    record(
        "bound",
        "Work begins later than 2026.",
        "2024-08-01",
        [("2026", STATED, ["later than 2026"])],
    ),
    record(
        "bound",
        "The law takes effect no sooner than January 2027.",
        "2024-08-01",
        [("2027-01", STATED, ["no sooner than January 2027"])],
    ),
    record(
        "interval",
        "The club was founded in 1992. It was dissolved in 2001.",
        "2024-08-01",
        [("1992/2001", STATED, ["was founded in 1992. It was dissolved in 2001"])],
    ),
    record(
        "interval",
        "The club was founded in 1992. It was dissolved in 2001.",
        "2024-08-01",
        [("1992/2001", INFERRED, ["was founded in 1992. It was dissolved in 2001"])],
    ),
    record(
        "interval",
        "Courses are on 3 and 10 June 2024.",
        "2024-05-01",
        [("2024-06-03/2024-06-10", STATED, ["on 3 and 10 June 2024"])],
    ),
    record(
        "interval",
        "Courses are on 3 and 10 June 2024.",
        "2024-05-01",
        [("2024-06-03/2024-06-10", INFERRED, ["on 3 and 10 June 2024"], NOTE)],
    ),
    record(
        "interval",
        "The fair lasts from 9 to 11 May 2024.",
        "2024-05-01",
        [("2024-05-09/2024-05-12", STATED, ["from 9 to 11 May 2024"])],
    ),
    record(
        "interval",
        "The fair lasts from 9 to 11 May 2024.",
        "2024-05-01",
        [("2024-05-09", INFERRED, ["from 9 to 11 May 2024"], NOTE)],
    ),
    record(
        "interval",
        "The show opened on 2 March 2024 and runs until 8 April 2024.",
        "2024-05-01",
        [("2024-03-02/2024-04-08", STATED, ["opened on 2 March 2024 and runs until 8 April 2024"])],
    ),
    record(
        "interval",
        "The wedding was postponed from 3 May 2024 to 5 June 2024.",
        "2024-05-01",
        [("2024-05-03/2024-06-05", STATED, ["postponed from 3 May 2024 to 5 June 2024"])],
    ),
    record(
        "interval",
        "The start was brought forward from May 2024 to March 2024.",
        "2024-02-01",
        [("2024-05", STATED, ["brought forward from May 2024 to March 2024"])],
        aside=["to March 2024"],
    ),
    record(
        "supplied",
        "The mill burned down on 3 August.",
        "2023-09-01",
        [("2023-08-03", RESOLVED, ["burned down on 3 August"], NOTE)],
    ),
    record(
        "supplied",
        "The mill burned down on 3 August.",
        "2023-09-01",
        [("2023-08-03", STATED, ["burned down on 3 August"])],
    ),
    record(
        "supplied",
        "The mill burned down on 3 August.",
        "2023-09-01",
        [("2023-08-04", INFERRED, ["burned down on 3 August"], NOTE)],
    ),
    record(
        "supplied",
        "The mill burned down on 3 August.",
        "2023-09-01",
        [("2023-08", INFERRED, ["burned down on 3 August"], NOTE)],
    ),
    record(
        "supplied",
        "The mill burned down in August.",
        "2023-09-01",
        [("2023-08-03", INFERRED, ["burned down in August"], NOTE)],
    ),
    record(
        "supplied",
        "The team met on Tuesday.",
        "2023-12-01",
        [("2023-11-29", INFERRED, ["met on Tuesday"], NOTE)],
    ),
    record(
        "supplied",
        "The team met on Tuesday.",
        "2023-12-01",
        [("2023-11-28", RESOLVED, ["met on Tuesday"])],
    ),
    record(
        "supplied",
        "The team met on Tuesday.",
        "2023-12-01",
        [("2023-11-28", STATED, ["met on Tuesday"])],
    ),
    record(
        "supplied",
        "The team met on Tuesday.",
        "2023-12-01",
        [("2023-11", INFERRED, ["met on Tuesday"], NOTE)],
    ),
    record(
        "supplied",
        "The dance is on Saturday, 14 June.",
        "2024-05-01",
        [("2024-06-14", INFERRED, ["on Saturday, 14 June"], NOTE)],
    ),
    record(
        "supplied",
        "The old port closed in the nineties.",
        "2025-05-01",
        [("1995", INFERRED, ["in the nineties"], NOTE)],
    ),
    record(
        "supplied",
        "Sales rose in the second quarter.",
        "2025-07-15",
        [("2025-33", INFERRED, ["in the second quarter"], NOTE)],
    ),
    record(
        "supplied",
        "Sales rose in the third quarter of 2024.",
        "2025-07-15",
        [("2024", STATED, ["in the third quarter of 2024"])],
    ),
    record(
        "relative",
        "The centre opened yesterday.",
        "2023-01-01",
        [("2023-01-01", RESOLVED, ["opened yesterday"])],
    ),
    record(
        "relative",
        "The centre opened yesterday.",
        "2023-01-01",
        [("2022-12-30", INFERRED, ["opened yesterday"], NOTE)],
    ),
    record(
        "relative",
        "The centre opened yesterday.",
        "2023-01-01",
        [("2022-12-31", STATED, ["opened yesterday"])],
    ),
    record(
        "relative",
        "The forum will be held in November next year.",
        "2023",
        [("2023-11", RESOLVED, ["in November next year"])],
    ),
    record(
        "relative",
        "The forum will be held next year.",
        "2023",
        [("2024-05", INFERRED, ["held next year"], NOTE)],
    ),
    record(
        "look-alike",
        "In 2021 words he described 4 July.",
        "2022-07-10",
        [("2021-07-04", STATED, ["In 2021 words he described 4 July"])],
    ),
    record(
        "look-alike",
        "Flat 1999, opened on 2 May.",
        "2001-07-10",
        [("1999-05-02", STATED, ["Flat 1999, opened on 2 May"])],
    ),
    record(
        "look-alike",
        "The 2,014 seats were sold on 3 June.",
        "2015-01-10",
        [("2014-06-03", STATED, ["The 2,014 seats were sold on 3 June"])],
    ),
    record(
        "look-alike",
        "Room 2010 was refurbished in 2012.",
        "2015-01-10",
        [("2010", STATED, ["Room 2010 was refurbished"])],
        aside=["in 2012"],
    ),
    record(
        "look-alike",
        "Resolution 1998 was adopted in 2011.",
        "2015-01-10",
        [("2011", STATED, ["adopted in 2011"]), ("1998", STATED, ["Resolution 1998"])],
    ),
    record(
        "look-alike",
        "Doors open at 6.04 p.m. on 6 May 2024.",
        "2024-03-10",
        [("2024-04-06", STATED, ["Doors open at 6.04 p.m. on 6 May 2024"])],
    ),
    record(
        "numeric",
        "Signed on 03/04/2021.",
        "2021-08-10",
        [("2021-03-04", STATED, ["Signed on 03/04/2021"])],
    ),
    record(
        "numeric",
        "Signed on 03/04/2021.",
        "2021-08-10",
        [("2021-05-04", INFERRED, ["Signed on 03/04/2021"], NOTE)],
    ),
    record(
        "forgotten",
        "It opened on 1 May 2020 and was rebuilt in 2022.",
        "2023-08-10",
        [("2020-05-01", STATED, ["It opened on 1 May 2020 and was rebuilt in 2022"])],
    ),
    record(
        "forgotten",
        "It opened on 1 May 2020. A fair is held on 3 June.",
        "2023-05-10",
        [("2020-05-01", STATED, ["It opened on 1 May 2020. A fair is held on 3 June"])],
    ),
    record(
        "forgotten",
        "It opened on 1 May 2020. The annual fair follows.",
        "2023-05-10",
        [("2020-05-01", STATED, ["It opened on 1 May 2020. The annual fair follows"])],
    ),
    record(
        "forgotten",
        "It opened on 1 May 2020. Next year it closes.",
        "2023-05-10",
        [("2020-05-01", STATED, ["It opened on 1 May 2020"])],
    ),
    record(
        "publication",
        "PARIS, 4 March 2022 – The agency today opened its office in the old town, it said.",
        "2022-03-02",
        [("2022-03-02", RESOLVED, ["today opened its office"])],
        aside=["4 March 2022"],
    ),
    record(
        "publication",
        "PARIS, March 4 – The agency opened its office in the old town, it said.",
        "2022-02-01",
        [],
        aside=["March 4"],
    ),
    record(
        "publication",
        "The office opened today, 4 March 2022.",
        "2022-03-02",
        [("2022-03-04", STATED, ["4 March 2022"]), ("2022-03-02", RESOLVED, ["opened today"])],
    ),
    record(
        "publication",
        "The office opened today (Friday).",
        "2022-03-03",
        [("2022-03-03", RESOLVED, ["opened today"])],
        aside=["Friday"],
    ),
    record(
        "publication",
        "The congress, this year (2023) in Rome, opens in May.",
        "2022-03-04",
        [("2022", RESOLVED, ["this year"]), ("2023-05", INFERRED, ["in May"], NOTE)],
        aside=["2023"],
    ),
    record(
        "publication",
        "The prize was given on 3 May 2021.",
        "2021-05-03",
        [("2021-05-03", STATED, ["on 3 May 2021"])],
        published_basis="stated",
        published_note=None,
    ),
    record(
        "publication",
        "The prize was given on 3 May 2021.",
        "2021-05-03",
        [("2021-05-03", STATED, ["on 3 May 2021"])],
        published_note=None,
    ),
    record(
        "quote",
        "It opened on 1 May 2020.",
        "2023-05-10",
        [("2020-05-01", STATED, ["It opened on May 1, 2020"])],
    ),
    record("quote", "It opened.", "2023-05-10", [("2020-05-01", INFERRED, ["It opened"], NOTE)]),
    record(
        "quote",
        "It opened. It closed on 3 May 2020.",
        "2023-05-10",
        [
            ("2020-05-01", INFERRED, ["It opened"], NOTE),
            ("2020-05-03", STATED, ["closed on 3 May 2020"]),
        ],
    ),
    record(
        "quote",
        "The A opened on 1 May 2020. The B closed on 2 May 2020.",
        "2023-05-10",
        [
            ("2020-05-02", STATED, ["The A opened on 1 May 2020"]),
            ("2020-05-01", STATED, ["The B closed on 2 May 2020"]),
        ],
    ),
    record(
        "quote",
        "Mayor A took office on 1 May 2020, mayor B on 2 May 2021.",
        "2023-05-10",
        [
            ("2020-05-01", STATED, ["Mayor A took office on 1 May 2020, mayor B on 2 May 2021"]),
            ("2020-05-01", STATED, ["mayor B on 2 May 2021"]),
        ],
    ),
    record("precision", "The farm burned in 1650.", "2023-05-10", [("1650~", STATED, ["in 1650"])]),
    record(
        "precision", "It began in the 1890s.", "2023-05-10", [("1890", STATED, ["in the 1890s"])]
    ),
    record(
        "precision",
        "It closed at the end of 2022.",
        "2023-09-10",
        [("2022-12", STATED, ["at the end of 2022"])],
    ),
    record(
        "precision",
        "It closed at the end of 2022.",
        "2023-09-10",
        [("2022-12-31", INFERRED, ["at the end of 2022"], NOTE)],
    ),
    record(
        "leap day",
        "It was on 29 February 2023.",
        "2023-05-10",
        [("2023-02-28", INFERRED, ["on 29 February 2023"], NOTE)],
    ),
]
