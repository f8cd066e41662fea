"use strict";
const get = (id) => document.getElementById(id);
const feed = document.querySelector('link[type="text/calendar"]').href;
const hosted = /^https?:/.test(feed);

// A page that was not told its address works it out.
if (get("in-words") && hosted) {
  const webcal = feed.replace(/^https?:/, "webcal:");
  const query = `${encodeURIComponent(feed)}&name=${encodeURIComponent(document.title)}`;
  get("webcal").href = webcal;
  for (const [id, start] of Object.entries(WAYS)) {
    get(id).href = start + (id === "google" ? encodeURIComponent(webcal) : query);
  }
  get("address").value = feed;
  get("ways").hidden = false;
  get("in-words").hidden = true;
}

if (navigator.clipboard) {
  const said = () => { get("copied").textContent = "Copied."; };
  get("copy").hidden = false;
  get("copy").onclick = () => navigator.clipboard.writeText(get("address").value).then(said, () => get("address").select());
}

// One event as a file of its own, cut out of the feed.
async function saveOne(id) {
  const [head, ...events] = (await (await fetch(feed)).text()).split("BEGIN:VEVENT\r\n");
  const wanted = [`UID:${id}@`, `UID:${id}+end@`];
  const found = events
    .map((text) => text.replace("END:VCALENDAR\r\n", ""))
    .filter((text) => wanted.some((uid) => text.replace(/\r\n[ \t]/g, "").startsWith(uid)));
  if (!found.length) throw new Error("the feed has no such event");
  const kept = head.split("\r\n").filter((line) => /^(BEGIN|VERSION|PRODID|CALSCALE):/.test(line));
  const file = [`${kept.join("\r\n")}\r\n`, ...found.map((text) => `BEGIN:VEVENT\r\n${text}`), "END:VCALENDAR\r\n"];
  const saved = document.createElement("a");
  saved.href = URL.createObjectURL(new Blob(file, { type: "text/calendar" }));
  saved.download = `${id}.ics`;
  saved.click();
  URL.revokeObjectURL(saved.href);
}

function addFile(item) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "once";
  button.textContent = "Add once";
  button.setAttribute("aria-label", `Add once: ${item.querySelector("h3,h4,h5").textContent}`);
  button.onclick = () => saveOne(item.id.slice(2)).catch(() => { location.href = feed; });
  item.lastElementChild.append(button);
}

// A time of day with a known zone, in the visitor's own zone too.
const inWords = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short" });
function addOwnTime(item) {
  const times = [...item.querySelectorAll(".date time")].map((time) => time.dateTime);
  const [start, end] = times.filter((time) => /T.*(Z|[+-]\d\d:\d\d)$/.test(time)).map((time) => new Date(time));
  if (start) {
    const yours = document.createElement("span");
    yours.className = "quiet yours";
    yours.textContent = `In your time zone: ${end ? inWords.formatRange(start, end) : inWords.format(start)}`;
    item.querySelector(".date").append(yours);
  }
}

// Many events get theirs in slices, so that the page answers meanwhile.
const items = [...document.querySelectorAll(".events > li")];
async function addToEach() {
  for (let start = 0; start < items.length; start += 20) {
    for (const item of items.slice(start, start + 20)) {
      if (hosted) addFile(item);
      addOwnTime(item);
    }
    await new Promise((resolve) => setTimeout(resolve));
  }
}
addToEach();

// In the picture the tabulator key stops once, and the arrow keys go from mark to mark.
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
const marks = [...document.querySelectorAll(".cica-timeline [tabindex]")];
marks.forEach((mark, place) => {
  mark.tabIndex = place ? -1 : 0;
  mark.onkeydown = (event) => {
    const next = event.key in STEPS && marks[place + STEPS[event.key]];
    if (!next) return;
    event.preventDefault();
    mark.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  };
});

// Filters: an event is shown where all of them agree; a year without one is not.
const form = get("filters");
if (form) {
  const fact = (element, name) =>
    [...element.querySelectorAll("dt")].find((term) => term.textContent === name)?.nextSibling.textContent;
  const told = (element) => ({
    element,
    kind: fact(element, "Kind"),
    source: fact(element, "Source"),
    year: element.parentElement.dataset.year,
    words: element.textContent.toLowerCase(),
  });
  const chosen = (id) => (get(id) ? get(id).value : "");
  let events;
  form.hidden = false;
  form.onsubmit = (event) => event.preventDefault();
  form.oninput = () => {
    events ??= items.map(told);
    const words = chosen("words").toLowerCase().split(/\s+/);
    let count = 0;
    for (const event of events) {
      const fits = ["kind", "year", "source"].every((id) => !chosen(id) || chosen(id) === event[id]);
      event.element.hidden = !(fits && words.every((word) => event.words.includes(word)));
      count += !event.element.hidden;
    }
    for (const list of document.querySelectorAll(".events")) {
      list.hidden = !list.querySelector("li:not([hidden])");
      list.previousElementSibling.hidden = list.hidden;
    }
    get("shown").textContent = `${count} of ${items.length} events shown`;
  };
}
