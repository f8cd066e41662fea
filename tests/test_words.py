"""The words that a text is read by: a sentence for each word, and the same with a word of no list.

A row has a sentence with a gap, what is found in it, and the words that the gap may have, where "_"
is a space. A word of no list in the gap makes a difference: else the sentence would not be read by
its words.
"""

import pytest

from cica_events import find_dates, parse_edtf
from cica_events.asides import why_no_event
from cica_events.places import place_in
from cica_events.structure import block_at
from cica_events.titles import title_of

NO_WORD = "zymurgy"
PUBLISHED = parse_edtf("2022-05-11")


def each_word(rows):
    """For each word of each row the sentence with it, the sentence with another, what is found."""
    return [
        pytest.param(
            sentence.replace("{}", word.replace("_", " ")),
            sentence.replace("{}", NO_WORD),
            expected.replace("{}", word.replace("_", " ")),
            id=word,
        )
        for sentence, expected, words in rows
        for word in words.split()
    ]


def dated(text):
    """The dates of a text, ``?`` for each that is a question, with times and zones."""
    mentions = find_dates(text, PUBLISHED)
    parts = [(m.when or "?", m.time or "", m.zone or "") for m in mentions]
    return ", ".join(" ".join(map(str, part)).strip() for part in parts)


def set_aside(text):
    """Why the first date of a text is no event."""
    mention = next(mention for mention in find_dates(text, PUBLISHED) if mention.when)
    block = block_at(text, mention.start)
    return why_no_event(text, block, mention.start, mention.end, mention.when, PUBLISHED)


DATES = [
    ("It cost {}2022 in all.", "?", "$ € £ ¥ ₸ ₺ ₽ ₼"),
    ("See {}2022 for more.", "?", "# №"),
    ("It fell by 2022{} at once.", "?", "%"),
    ("It opened in {}2019.", "2019~", "~"),
    (
        "3{}5 May 2022",
        "2022-05-03/2022-05-05",
        "- \u2010 \u2011 \u2012 – — ― \u2212 \ufe58 ﹣ \uff0d",
    ),
    ("He left after Friday{}s vote", "2022-05-06", "' \u2018 ’ `"),
    ("the 1990{}s", "199X", "' \u2018 ’ `"),
    (
        "In 1250 {}, it fell",
        "?",
        "BC BCE B.E. AH AM SH Heisei Reiwa Showa Taisho Meiji Juche Minguo",
    ),
    ("In {} 1250 it fell", "1250", "AD CE A.D."),
    ("They meet this {} Friday", "2022-05-13", "coming"),
    ("They meet the {} Friday", "2022-05-06", "past last"),
    ("They met {} the last year", "?", "over for within during throughout"),
    ("It is due {} the 15th.", "?", "on by since until till from to before after"),
    (
        "It opens in 2026 or {} in 2027",
        "?, ?",
        "at_worst at_best at_most at_least at_latest at_earliest possibly perhaps maybe even",
    ),
    ("It opens in 2026 or {}", "?", "earlier later afterwards beyond thereafter"),
    ("It opens {} than 2026", "?", "earlier later"),
    ("It could open as {} as 2026", "?", "early soon"),
    ("It has not met {} 2019", "2019", "since until"),
    ("It was put {} from May to June", "?, 2022-06", "off back"),
    ("It was originally {} for 3 May 2022", "?", "due planned scheduled set"),
    ("It was originally planned {} 3 May 2022", "?", "for on"),
    ("The fair (online, {} 3 May 2022) will open", "?", "was"),
    (
        "The visit on 5 July 2021 {}",
        "?",
        "never_took_place did_not_take_place was_not_held didn’t_happen didn't_happen "
        "has_never_been_held were_not_held had_not_taken_place have_never_happened",
    ),
    ("It {} open on Friday", "2022-05-13", "will shall must should can might would wo ll"),
    ("It is {} to open on Friday", "2022-05-13", "due likely ready set"),
    ("The vote {} been set for Friday", "2022-05-13", "has have"),
    (
        "They {} it on Friday",
        "2022-05-06",
        "moved begun brought changed deferred delayed died extended pushed shifted transferred",
    ),
    (
        "They {} to meet on Friday",
        "2022-05-13",
        "agree agrees agreed asked continue continues decided expect expects hope hopes "
        "hoped prepare prepares vowed want wants wanted plan planned intend intends",
    ),
    ("It {} until Friday", "?", "was_open were_open had_been_open ended"),
    ("They debate it {} Friday's vote", "?", "before for until ahead_of"),
]
TIMES = [
    (
        "It rained, on 3 May 2022, {} 10.30",
        "2022-05-03 10:30",
        "at from by until till before after between around about @ up_to no_later_than time times",
    ),
    (
        "On 3 May 2022 the doors {} 10.30",
        "2022-05-03 10:30",
        "open opens reopen re-opens opening start starts starting begin begins beginning "
        "commence commences commencing close closes kick-off kickoff embargo embargoed "
        "close_at open_from closes_by open_until",
    ),
    (
        "It is on 3 May 2022\n{}: 10.30",
        "2022-05-03 10:30",
        "time hour hours start starts when begin begins kick-off kickoff opening",
    ),
    (
        "On 3 May 2022 they read {} 10:30 there",
        "2022-05-03",
        "the a an this its his her their version v v. rule room section chapter verse "
        "flight bus train route page article no no. nos para paragraph gate hall "
        "platform track item items grade level x won win beat lost drew carried ratio "
        "score scores Qur'an",
    ),
    (
        "On 3 May 2022, from 10:30 to 11:30, {}",
        "2022-05-03",
        "weekdays weeknights weekends opening_hours office_hours business_hours "
        "working_hours visiting_hours trading_hours round_the_clock",
    ),
    (
        "On 3 May 2022, from 10:30 to 11:30, {}",
        "2022-05-03, ?",
        "daily nightly weekly every_week mondays tuesdays wednesdays thursdays fridays "
        "saturdays sundays",
    ),
    ("On 3 May 2022, from 10:30 to 11:30, {}", "2022-05-03, ?", "Mon-Fri Tues–Sat Thurs-Sun"),
    (
        "{} 3 May 2022.\nThe fair opens at 10:30.",
        "2022-05-03",
        "Published Posted Issued Updated Modified Released Printed Created Date Dated "
        "Sent Published_on Sent_at Issued_by Date:",
    ),
    ("3 May 2022 at 10{}", "2022-05-03 10:00", "am a.m. _a._m. _in_the_morning h :00"),
    ("3 May 2022 at 10{}", "2022-05-03 22:00", "pm p.m. _PM _in_the_afternoon _in_the_evening"),
    ("3 May 2022 at 10 {} in the evening", "2022-05-03 22:00", "o'clock o’clock"),
    ("3 May 2022 at {}", "2022-05-03 12:00", "noon midday 12_noon 12_midday"),
    ("3 May 2022, 10:30{}11:30", "2022-05-03 10:30/11:30", "- – — _to_ _until_ _till_ _through_"),
    ("On 3 May 2022, 7:30-{}", "2022-05-03 19:30", "??_p.m. ?_pm"),
    (
        "3 May 2022 at 10:30 {}",
        "2022-05-03 10:30 Z",
        "GMT UTC Z Zulu Universal_Time Greenwich_Mean_Time Coordinated_Universal_Time",
    ),
    ("3 May 2022 at 10:30 {}", "2022-05-03 10:30 +02:00", "CEST SAST CAT"),
    ("3 May 2022 at 10:30 {}", "2022-05-03 10:30 +03:00", "EEST EAT MSK UTC+3 GMT+03:00"),
    ("3 May 2022 at 10:30 {}", "2022-05-03 10:30 +09:00", "JST KST"),
    (
        "3 May 2022 at 10:30 {}",
        "2022-05-03 10:30 America/New_York",
        "ET Eastern Eastern_time eastern_time",
    ),
    (
        "3 May 2022 at 10:30 {}",
        "2022-05-03 10:30 -04:00",
        "EDT Eastern_Daylight_Time eastern_daylight_time",
    ),
    ("3 December 2022 at 10:30 {}", "2022-12-03 10:30 -04:00", "Atlantic_Standard_Time"),
    ("3 December 2022 at 10:30 {}", "2022-12-03 10:30 -05:00", "EST Eastern_Standard_Time"),
    ("3 December 2022 at 10:30 {}", "2022-12-03 10:30 -08:00", "PST Pacific_Standard_Time"),
    ("3 December 2022 at 10:30 {}", "2022-12-03 10:30 +01:00", "CET WAT"),
    (
        "3 May 2022: 10:30 {} – 11:30",
        "2022-05-03 10:30/11:30",
        "local_time local their_time server_time Greenwich_time BST IST GST AST ADT CST CDT MST",
    ),
    ("3 May 2022 at 10:30 {}", "2022-05-03 10:30 America/Chicago", "CT Central Central_Time"),
    ("3 May 2022 at 10:30 {}", "2022-05-03 10:30 America/Denver", "MT Mountain Mountain_time"),
    ("3 May 2022 at 10:30 {}", "2022-05-03 10:30 America/Los_Angeles", "PT Pacific Pacific_time"),
    ("3 May 2022 at 10:30 {}", "2022-05-03 10:30 America/Halifax", "Atlantic Atlantic_time"),
    ("3 May 2022 at 10:30 {}", "2022-05-03 10:30 America/St_Johns", "Newfoundland_time"),
    ("3 May 2022 at 10:30 {}", "2022-05-03 10:30 America/Anchorage", "AKT Alaska Alaska_time"),
    ("3 May 2022 at 10:30 {}", "2022-05-03 10:30 Pacific/Honolulu", "Hawaii Hawaii_time"),
    (
        "{} in UTC.\n\n3 May 2022 at 10:30",
        "2022-05-03 10:30 Z",
        "All_times_are Times times_given TIMES_shown Hours_are hours HOURS Time_zone: "
        "Times_stated Times_listed TIME time",
    ),
    (
        "On 3 May 2022 it {} 10:30 hours",
        "2022-05-03",
        "lasts lasted last takes take took is_lasting is_taking lay_within had_need_of",
    ),
    (
        "On 3 May 2022 the {} was 10:30 there",
        "2022-05-03",
        "odds ratio ratios score scores scale aspect running_time runtime ascension "
        "declination vote votes",
    ),
    ("On 3 May 2022 they {} there 10:30", "2022-05-03", "scored won beat_it lost defeated_it"),
    (
        "On 3 May 2022 it stood at 10.30 {}",
        "2022-05-03",
        "percent per_cent million billion trillion thousand km kg m cm mm mb gb point "
        "points dollars euros pounds metres meters miles feet tons tonnes %",
    ),
    (
        "At 10:30{}3 May 2022",
        "2022-05-03 10:30",
        "_on_ _of_ _for_ _on_the_ ,_on_ _-_ _–_ ,_ ;_on_ _(_",
    ),
    (
        "3 May 2022{}10:30",
        "2022-05-03 10:30",
        "_at_ _from_ _by_ _until_ _till_ _before_ _after_ _between_ _around_ _about_ "
        "_approximately_ _@_ _starting_at_ _beginning_at_ _commencing_ _opening_from_ "
        "_starts_ _begins_at_ _opens_at_ _no_later_than_ _time:_ _and_at_ ,_ _( _-_ _–_ "
        ";_",
    ),
    (
        "10:30 on 3 May 2022{}11:30 on 4 May 2022",
        "2022-05-03/2022-05-04 10:30/11:30",
        "_to_ _until_ _till_ _through_ _-_ – _–_",
    ),
]
LAYOUTS = [
    ("June 2022\n\nFair | {}\n--- | ---\nA | 3\n", "2022-06, 2022-06-03", "Date Dates Day Days"),
    (
        "2022\n\nName | {} | Close\n--- | --- | ---\nA | 3 May | 5 June\n",
        "2022, 2022-05-03/2022-06-05",
        "Begin Beginning Begins First From Opening Opens Start Starting Starts",
    ),
    (
        "2022\n\nName | Start | {}\n--- | --- | ---\nA | 3 May | 5 June\n",
        "2022, 2022-05-03/2022-06-05",
        "Close Closes Closing End Ending Ends Finish Finishes Last Till To Until",
    ),
    (
        "{} 2019\n\nOpening, 3 May",
        "?, 2019-05-03",
        "Calendar Diary Itinerary List Planner Rota Roster Schedule Timeline Timetable "
        "Season Semester Term Trimester Meetings",
    ),
    ("{} 2019\n\n3 May: fair", "2019, 2022-05-03", "by from since till until"),
    ("{} 2019\n\n3 May: fair", "?, 2022-05-03", "after before"),
]
ASIDES = [
    (
        "{}: 11 March 2022",
        "the date of the text itself",
        "published posted issued updated update modified revised released printed "
        "created dated sent uploaded accessed retrieved reviewed as_of status "
        "date_of_publication publication_date date_of_issue last_change press_release "
        "news_release media_release circular bulletin newsletter Last_updated "
        "First_published Page_last_modified This_page_was_created Originally_posted "
        "Notice_dated Newsletter_sent Page_last_changed amended edited checked For_release "
        "Release_date Version Revision Correct_as_of Last_edit",
    ),
    (
        "We keep {} 1969 there.",
        "the period of works or of holdings",
        "cases_from data_from entries_from issues_from items_from "
        "sheds_built_in club_founded club_formed club_established CD_recorded hall_restored "
        "the_class_of the_house_of the_tram_of",
    ),
    (
        "The {} day is 3 May 2022",
        "the words say that it was moved from then",
        "alternative backup back-up fallback rain reserve snow weather",
    ),
    (
        "3 May 2022 | Fair ({})",
        "the words say that it will not take place",
        "cancelled canceled withdrawn called_off abandoned dropped not_held ruled_out scrapped "
        "scrubbed shelved suspended",
    ),
    (
        "3 May 2022 | Fair ({})",
        "the words say that it was moved from then",
        "brought_forward deferred delayed held_over moved postponed preponed pushed_back put_back "
        "put_off rescheduled shifted",
    ),
    (
        "3 May 2022 | Fair ({} to 5th July)",
        "the words say that it was moved from then",
        "brought_forward deferred extended postponed rescheduled moved changed shifted delayed "
        "held_over preponed prolonged pushed_back put_back put_off",
    ),
    (
        "The {} for 2025 are not out.",
        "the period that something covers",
        "data days fees figures forecasts projections targets terms",
    ),
    (
        "{}: Osh, 3 May 2019",
        "the date of a document that is named",
        "Bibliography Further_reading Literature Reference See_also Sources",
    ),
    (
        "{} of Osh, 3 May 2019",
        "the period of works or of holdings",
        "Caption: Figure: Illustration: Image: Photo Picture Photograph",
    ),
    ("It is old.\n\n{} 2019, The Forum", "the year of a copyright notice", "© (c)"),
    (
        "{}: A\nDate: Mon, 3 June 2022\nIt rains: it rains there.",
        "in the head of a message",
        "From To Cc Sent Subject Reply-To Received Message-ID Re",
    ),
    (
        "The poet {} 1947 paints.",
        "years of a life",
        "born b. d. died birth née born_in died_on died_c.",
    ),
    (
        "See the {} of 2 June 1999.",
        "the date of a document that is named",
        "acts act agreement archives article bulletin calendar census charter circular "
        "code communiqué communique constitution convention decision declaration decree "
        "directive document edition guidelines law letter memorandum memoranda note "
        "notice order ordinance paper protocol regulation report resolution rules ruling "
        "statement statute strategy strategies survey template treaty treaties version",
    ),
    (
        "See the law{} 2 June 1999.",
        "the date of a document that is named",
        "_of _from _dated _adopted_on _no._5_of , _is_dated _was_dated",
    ),
    (
        "We have {} from 1969.",
        "the period of works or of holdings",
        "works work drawings painting photograph photos prints records register maps "
        "manuscript films objects holdings gap baptisms copies books files volumes "
        "survive",
    ),
    (
        "The church {} 1969.",
        "the period of works or of holdings",
        "dates_back_to date_from dates_from dating_from",
    ),
    (
        "The {} for 2025 is not out.",
        "the period that something covers",
        "accounts agenda archive budget calendar catalogue directory edition exhibitions "
        "findings list meetings plan plans programme prospectus report review schedule "
        "season statistics timetable yearbook",
    ),
    (
        "It follows {} 2024 template there.",
        "part of a name",
        "the its their our his her this a an your for of",
    ),
    (
        "In 2021 we {} 41 guests.",
        "the period of a figure",
        "amounted totaled totalled reached grew rose fell increased decreased exceeded "
        "accounted welcomed exported imported averaged compared",
    ),
    (
        "In 2021 the {} was high.",
        "the period of a figure",
        "turnover GDP exports imports growth unemployment inflation emissions million "
        "billion trillion % percent per_cent 1,000",
    ),
]
PLACES = [
    (
        "They met at the old {}",
        "old {}",
        "hall ballroom boardroom classroom courtroom showroom tearoom room lab "
        "laboratory station house palace center centre hotel building field university "
        "museum park theater theatre library stadium square street auditorium campus "
        "school church cathedral mosque gallery arena airport harbor harbour pier port "
        "garden gardens green lounge foyer lobby embassy institute college court "
        "pavilion office car_park headquarters farm castle club chapel quay terminal "
        "clinic hospital academy residence site lodge playground grounds barn inn cafe "
        "café armory armoury beach canteen clubhouse corridor depot forecourt gym gymnasium "
        "marquee memorial polytechnic refectory rink seafront studio waterfront wharf abbey "
        "atrium bandstand boathouse cinema courtyard minster monastery orangery priory "
        "racecourse showground slipway synagogue tavern temple velodrome yard basement "
        "cellar crypt lawn loft meadow slope terrace vault",
    ),
    (
        "They met on the old {}",
        "old {}",
        "beach campus court field green grounds lawn meadow pier playground quay seafront "
        "site slope square street terrace waterfront wharf",
    ),
    (
        "A show, {} 4",
        "{} 4",
        "Bay Berth Booth Door Floor Gate Hangar Hut Level Pitch "
        "Platform Shed Sheds Stage Stand Tent",
    ),
    ("They met {} Samarkand", "Samarkand", "in at near outside inside @ reach reached"),
    (
        "A {} Samarkand",
        "Samarkand",
        "launch_from voyage_from excursion_to outing_to tour_to trip_to visit_to walk_to",
    ),
    ("It was {} from Samarkand", "Samarkand", "launched streamed broadcast live"),
    (
        "They {} a charter, Samarkand",
        "Samarkand",
        "adopted concluded formed founded held hosted inaugurated launched opened signed unveiled",
    ),
    (
        "They met in the Old {}",
        "Old {}",
        "Alps Bahamas Basin Caucasus Delta Desert District Gambia Hague Hills Island Islands "
        "Maldives Mountains Netherlands Peninsula Philippines Province Region Valley",
    ),
    (
        "They met in Samarkand {}",
        "Samarkand",
        "and in on at from to for with by as under where will was were is are has have "
        "had would before after during last this next until of , . ; :",
    ),
]
NOT_PLACES = [
    (
        "They {} in Samarkand",
        "",
        "participated participating interest interested investing believe engaged "
        "members confidence trust success involved increase decrease role joined experts "
        "specialised confident stated states",
    ),
]
NO_NAMES = (
    "Agency Apply Authority Awards Bible Bundestag Ceremony Chair Championship Constitution Cup "
    "Derby Duma Eurogroup Festival Final Games Gazette Guardian Herald Journal Knesset Olympics "
    "Oscars Paralympics Register Times Tournament"
)
TITLES = [
    (
        "Grand Summit Council Congress Ministers Energy Transport Trade Industry "
        "{} Health Education Culture Environment",
        "Grand Summit Council Congress Ministers Energy Transport Trade Industry",
        "about across after among and as at before between by during following for from "
        "in including into on or over since that through to towards under until when "
        "where which while who with within without ; , – -",
    ),
    (
        "The council meets {} \0 in Rome",
        "Council meets in Rome",
        "on in at from since until till by of for during as_of as_from before after to "
        "through between throughout no_later_than not_later_than starting beginning "
        "commencing back_in early earlier late later mid only the so around about "
        "approximately roughly a_date dated date",
    ),
    ("{}, the bridge opens on \0", "Bridge opens", "According_to_him As_he_put_it"),
    (
        "{} the rain, the bridge opens on \0",
        "Bridge opens",
        "After Ahead_of Along_with Amid As At Because_of Before Beginning Between By "
        "Despite During Earlier_than Following For From If In Later_than Like Of On Once "
        "Since Starting Through Throughout To Together_with Under Until Upon When Where "
        "With While Within",
    ),
]


@pytest.mark.parametrize(("text", "other", "expected"), each_word(DATES + TIMES + LAYOUTS))
def test_a_date_or_a_time_is_read_by_each_word(text, other, expected):
    assert dated(text) == expected
    assert dated(other) != expected


@pytest.mark.parametrize(("text", "other", "expected"), each_word(ASIDES))
def test_each_word_tells_that_a_date_is_no_event(text, other, expected):
    assert set_aside(text) == expected
    assert set_aside(other) is None


@pytest.mark.parametrize(("text", "other", "expected"), each_word(PLACES))
def test_each_word_is_of_a_place_or_tells_that_one_stands_beside_it(text, other, expected):
    assert place_in(text) == expected
    assert place_in(other) is None


@pytest.mark.parametrize("word", NO_NAMES.split())
def test_each_word_is_of_no_place_though_it_has_a_capital(word):
    assert place_in(f"They spoke at the {word} on \0") is None
    assert place_in("They spoke at the Fleece on \0") == "Fleece"


@pytest.mark.parametrize(("text", "other", "expected"), each_word(NOT_PLACES))
def test_each_word_tells_that_what_follows_is_no_place(text, other, expected):
    assert place_in(text) is None
    assert place_in(other) == "Samarkand"


@pytest.mark.parametrize(("line", "other", "expected"), each_word(TITLES))
def test_each_word_stays_out_of_a_title(line, other, expected):
    assert title_of(line) == expected
    assert title_of(other) != expected
