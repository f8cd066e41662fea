// What Thunderbird's calendar shows, run inside Thunderbird: its events, and those of each day of some months.
// Arguments: the feed's address, the months, and a function that takes the answer.
const [address, months, answer] = arguments;
const { cal } = ChromeUtils.importESModule("resource:///modules/calendar/calUtils.sys.mjs");
const FILTER = Ci.calICalendar.ITEM_FILTER_ALL_ITEMS;

// A read of the address; the program itself asks again from time to time.
async function refreshed() {
  let calendar = cal.manager.getCalendars().find(({ uri }) => uri.spec === address);
  if (!calendar) {
    calendar = cal.manager.createCalendar("ics", Services.io.newURI(address));
    calendar.name = "Feed";
    cal.manager.registerCalendar(calendar);
  }
  calendar.refresh(); // which everything that is asked of it then waits for
  return calendar;
}

function point(time) {
  return time.isDate
    ? `${time.year}-${String(time.month + 1).padStart(2, "0")}-${String(time.day).padStart(2, "0")}`
    : `${new Date(time.nativeTime / 1000).toISOString().slice(0, 19)}Z`;
}

function record(item) {
  const value = (name) => item.getProperty(name);
  return {
    uid: item.id,
    start: point(item.startDate),
    end: point(item.endDate),
    summary: item.title,
    description: value("DESCRIPTION"),
    location: value("LOCATION"),
    categories: item.getCategories(),
    status: value("STATUS"),
    sequence: Number(value("SEQUENCE")),
    transp: value("TRANSP"),
    url: value("URL"),
    edtf: value("X-CICA-EDTF"),
  };
}

// The titles that stand on each day of a month, where this user's days begin and end.
async function days(calendar, month) {
  const found = {};
  const day = cal.createDateTime(`${month.replace("-", "")}01T000000`).getInTimezone(cal.dtz.floating);
  day.timezone = cal.dtz.defaultTimezone;
  for (const first = day.month; day.month === first;) {
    const next = day.clone();
    next.day += 1;
    const items = await calendar.getItemsAsArray(FILTER, 0, day, next);
    found[point(Object.assign(day.clone(), { isDate: true }))] = items.map((item) => item.title);
    day.day += 1;
  }
  return found;
}

(async () => {
  const calendar = await refreshed();
  const items = await calendar.getItemsAsArray(FILTER, 0, null, null);
  const found = await Promise.all(months.map((month) => days(calendar, month)));
  return { version: Services.appinfo.version, events: items.map(record), days: Object.assign({}, ...found) };
})().then(answer, (error) => answer({ error: `${error} ${error.stack}` }));
