/** Timetable and disruption, from week 6 on, and the console's sign-in. */
export const TIMETABLE = `
* work APP-24 tom -46..-42 feature/APP-24-import merge
Read a timetable file
  src/timetable/import.ts readTimetable(text: string): Line[]
    return text.split('\\n').map(toLine);
Report a bad line and go on
  src/timetable/import.ts readTimetable(text: string): Result
    const lines = text.split('\\n').map(parseLine);
    return { sailings: lines.filter(isSailing), bad: lines.filter(isBad) };
Importing twice changes nothing
  src/timetable/import.ts save(sailings: readonly Sailing[]): void
    for (const sailing of sailings) upsert(sailing);
* work APP-25 tom -40..-37 main
APP-25 Seasons with a first and a last day
  src/timetable/season.ts interface Season
    readonly from: string;
    readonly to: string;
APP-25 Exceptions beat the season
  src/timetable/season.ts sailsOn(season: Season, day: string): boolean
    return exception(day) ?? (season.from <= day && day <= season.to);
* work APP-28 li -36..-34 main
APP-28 Times in the zone of the port
  src/timetable/ports.ts localTime(port: Port, at: Date): string
    return format(at, ZONES[port]);
* work APP-26 ana -37..-28 feature/APP-26-search merge
Search by ports and day
  src/search/search.ts search(query: Query): Sailing[]
    return sailingsOn(query.day).filter(sailing => matches(sailing, query));
Search with passengers and vehicle
  src/search/fits.ts fits(sailing: Sailing, query: Query): boolean
    return free(sailing) >= query.passengers && lane(sailing) >= length(query.vehicle);
Show full sailings as full
  src/search/search.ts search(query: Query): Found[]
    return sailingsOn(query.day).map(sailing => ({ sailing, full: !fits(sailing, query) }));
An index for ports and day
  src/search/index.md # Index
    sailing(from, to, day) brings a search from 700 ms to 120 ms at 50 requests a second.
* work APP-27 ana -25..-21 feature/APP-27-search-cache keep
Keep searches for five seconds
  src/search/cache.ts cached(query: Query): Found[]
    return fresh(query, 5000) ?? put(query, search(query));
Forget a sailing's searches when a seat is booked
  src/search/cache.ts forget(sailing: string): void
    for (const key of keysOf(sailing)) entries.delete(key);
* work APP-49 tom -18..-16 main
Holiday timetable for the coming season
  > Part of the timetable work; the ports sent their files late.
  >
  > Task: APP-49
  src/timetable/holidays.ts const HOLIDAYS = ['12-24', '12-25', '01-01']
* work APP-32 tom -22..-14 feature/APP-32-console-roles squash:31
Roles for crew, port office and support
  src/auth/roles.ts type Role = 'crew' | 'port' | 'support'
Show each role its own part
  src/auth/roles.ts may(role: Role, action: Action): boolean
    return RULES[role].includes(action);
APP-32 Sign out at the end of the shift
  src/auth/shift.ts expires(session: Session): Date
    return session.shift.end;
* work APP-60 ana -13..-12 main
APP-60 Find a port by a part of its name
  src/search/ports.ts findPorts(text: string): Port[]
    return PORTS.filter(port => fold(port.name).includes(fold(text)));
* work APP-30.1 mia -13..-11 main
APP-30.1 Feed of the next ten departures
  src/board/feed.ts departures(port: Port, now: Date): Departure[]
    return upcoming(port, now).slice(0, 10);
* work APP-61 mia -13..-12 main
APP-61 Pages of search results
  src/search/page.ts page(found: readonly Found[], at: number): Found[]
    return found.slice(at * 20, at * 20 + 20);
* work APP-50 ana -8..-4 feature/APP-50-height squash:38
Search by the height of a vehicle
  src/search/fits.ts clears(sailing: Sailing, height: number): boolean
    return sailing.vessel.deckHeight >= height;
Say why a vehicle does not fit
  > Closes APP-50
  src/search/fits.ts whyNot(sailing: Sailing, query: Query): string
    return clears(sailing, query.height) ? 'full' : 'too-high';
* work APP-62 tom -5..-4 main
APP-62 Build with the new Node release
  package.json engines { "node": ">=22" }
  ci/build.md ## Node
    One version, the one in package.json.
* work APP-29 li -20..-12 main open
APP-29 Count cars, vans, trucks and bicycles apart
  = APP-29 checked 1
  src/timetable/capacity.ts interface Capacity
    readonly cars: number;
    readonly trucks: number;
    readonly bicycles: number;
APP-29 Deck height limits what fits
  = APP-29 checked 2
  src/timetable/capacity.ts room(capacity: Capacity, vehicle: Vehicle): boolean
    return vehicle.height <= capacity.height && capacity[vehicle.kind] > 0;
* work APP-30 mia -6..-2 main open
APP-30.2 Board page
  = APP-30.2 status In progress
  src/board/page.ts boardPage(port: Port): Html
    return table(departures(port, now()));
APP-30.2 Times on the board move without a reload
  src/board/page.ts live(page: Html): Html
    return withEvents(page, '/board/events');
* work APP-40 tom -9..-1 main open
APP-40 Read the positions of the vessels
  src/vessels/feed.ts readPosition(message: string): Position
    return toPosition(JSON.parse(message));
APP-40 Delay of a sailing from its vessel's position
  = APP-40 checked 1
  src/vessels/delay.ts delay(sailing: Sailing, position: Position): Minutes
    return arrival(position, sailing.to) - sailing.arrives;
A silent vessel is unknown, not on time
  > Task: APP-40
  = APP-40 checked 2
  = APP-40 remaining 2d
  src/vessels/delay.ts state(sailing: Sailing, position: Position | undefined): State
    return position === undefined ? 'unknown' : delay(sailing, position) > 5 ? 'late' : 'on-time';
APP-40 Put delays into the notices
  src/notices/notice.ts interface Notice
    readonly sailing: string;
    readonly reason: 'delay' | 'cancelled';
  src/notices/texts.md # Texts of notices
    Delay: your ferry leaves {minutes} minutes later.
* commit -30 tom
Describe the timetable files of the ports
  docs/timetable.md # Timetable files
    Norvik and Helle send CSV, the other two fixed columns.
* commit -23 ana
Log slow searches
  > Found while working on the cache, see APP-27.
  src/search/slow.ts slow(query: Query, ms: number): void
    if (ms > 300) log('slow-search', { query, ms });
* commit -10 bot
chore(release): 0.4.0
  package.json version "0.4.0"
* commit -2 li
Tidy up the names of ports
  src/timetable/ports.ts const NAMES = { NOR: 'Norvik', VIK: 'Vikholm', HEL: 'Helle', SKA: 'Skarsund' }
`;
