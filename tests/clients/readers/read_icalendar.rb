# What the icalendar of Ruby reads: the library of many Rails programs.
require "icalendar"
require "json"
require "stringio"

# A day, or a moment in UTC.
def point(value)
  return value.strftime("%Y-%m-%d") if value.nil? || value.is_a?(Icalendar::Values::Date)
  raise "not in UTC: #{value}" unless value.tz_utc
  value.strftime("%Y-%m-%dT%H:%M:%SZ")
end

def record(event)
  {
    uid: event.uid,
    start: point(event.dtstart),
    end: event.dtend && point(event.dtend),
    summary: event.summary,
    description: event.description,
    location: event.location,
    categories: event.categories.flatten,
    status: event.status,
    sequence: event.sequence,
    transp: event.transp,
    url: event.url&.to_s,
    edtf: event.x_cica_edtf.first,
  }
end

text = File.read(ARGV[0], encoding: "UTF-8")
events = Icalendar::Calendar.parse(text).first.events
puts JSON.generate(version: Icalendar::VERSION, events: events.map { |event| record(event) })
