/** Weeks 1 to 7: the core of the booking. The script's language is described in README.md. */
export const CORE = `
* work APP-1 ana -69..-67 main
APP-1 Set up the project
  package.json name "harbor"
  package.json version "0.1.0"
  package.json type "module"
  src/server.ts start(port: number): Server
    const server = createServer(route);
    return server.listen(port);
APP-1 Read the settings from the environment
  src/settings.ts settings(env: NodeJS.ProcessEnv): Settings
    return { port: Number(env.PORT ?? 8080), database: env.DATABASE_URL ?? 'harbor.db' };
  src/settings.ts interface Settings
    readonly port: number;
    readonly database: string;
* work APP-9 tom -68..-66 main
Build and test on every push
  > Task: APP-9
  ci/build.md # Build
    Type check, lint and tests on every push; the package only from main.
Cache the packages between builds
  > Task: APP-9
  ci/build.md ## Cache
    The key is the lock file; a build without a change takes 40 seconds.
* work APP-2 li -66..-63 feature/APP-2-sailings merge
Model sailings and vessels
  src/timetable/sailing.ts interface Sailing
    readonly id: string;
    readonly from: Port;
    readonly to: Port;
    readonly leaves: Date;
    readonly vessel: Vessel;
  src/timetable/sailing.ts interface Vessel
    readonly name: string;
    readonly seats: number;
    readonly laneMetres: number;
  src/timetable/ports.ts type Port = 'NOR' | 'VIK' | 'HEL' | 'SKA'
Keep sailings in the database
  src/timetable/store.ts sailingsOn(day: string): Sailing[]
    return db.all('select * from sailing where day = ? order by leaves', day).map(toSailing);
Refuse a sailing that arrives before it leaves
  src/timetable/sailing.ts validate(sailing: Sailing, arrives: Date): void
    if (arrives <= sailing.leaves) {
      throw new BadSailing(sailing.id);
    }
* work APP-8 tom -63..-62 main
APP-8 One error format for all answers
  docs/api.md # API guide
    Every error has a code and a sentence.
  src/api/errors.ts interface ApiError
    readonly code: string;
    readonly message: string;
  src/api/errors.ts toAnswer(error: ApiError, status: number): Answer
    return { status, body: { error } };
* work APP-56 mia -62..-61 main
APP-56 Six letters name a booking
  src/booking/reference.ts const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
APP-56 Never the same reference twice
  src/booking/reference.ts reference(random: () => number): string
    return Array.from({ length: 6 }, () => LETTERS[Math.floor(random() * LETTERS.length)]).join('');
* work APP-3 ana -63..-58 feature/APP-3-quotes merge
Price per passenger and vehicle
  src/pricing/quote.ts quote(trip: Trip): Price
    return sum(trip.passengers.map(fareOf), vehicleFare(trip.vehicle));
Children under 4 travel free
  src/pricing/fares.ts fareOf(passenger: Passenger): Money
    return passenger.age < 4 ? ZERO : BASE[passenger.kind];
Name the parts of a price
  src/pricing/quote.ts interface Price
    readonly passengers: Money;
    readonly vehicle: Money;
    readonly fee: Money;
Keep a quote for ten minutes
  src/pricing/quote.ts quote(trip: Trip, now: Date): Price
    return kept(trip, now) ?? keep(trip, now, priceOf(trip));
* work APP-46 li -59..-57 main
Accept an idempotency key on every write
  > A client that lost our answer may ask again.
  >
  > Task: APP-46
  src/api/idempotency.ts once(key: string, work: () => Answer): Answer
    return seen.get(key) ?? remember(key, work());
Forget idempotency keys after a day
  > Task: APP-46
  src/api/idempotency.ts forget(before: Date): number
    return db.run('delete from idempotency where at < ?', before);
* work APP-4 li -61..-56 feature/APP-4-holds merge
Hold seats on a sailing
  label holds
  src/booking/hold.ts hold(sailing: Sailing, seats: number): Hold
    if (seats > free(sailing)) throw new SailingFull(sailing.id);
    return insert({ sailing: sailing.id, seats });
Free the seats of holds that ran out
  src/booking/hold.ts sweep(now: Date): number
    return db.run('delete from hold where until < ?', now);
Let the database decide who is first
  src/booking/hold.ts hold(sailing: Sailing, seats: number): Hold
    const row = db.get(HOLD_IF_FREE, sailing.id, seats);
    if (!row) throw new SailingFull(sailing.id);
    return toHold(row);
* work APP-7.1 mia -56..-54 main
APP-7.1 Age and needs of passengers
  src/booking/passenger.ts interface Passenger
    readonly name: string;
    readonly age: number;
    readonly needs: readonly Need[];
* work APP-7 mia -55..-53 main
APP-7 Vehicles with length, height and trailer
  src/booking/vehicle.ts interface Vehicle
    readonly plate: string;
    readonly length: number;
    readonly height: number;
APP-7 Names as in the passport
  src/booking/passenger.ts passportName(name: string): string
    return name.normalize('NFD').toUpperCase();
* work APP-5 li -54..-49 feature/APP-5-confirm squash:12
Confirm a booking
  label confirm
  src/booking/confirm.ts confirm(holdId: string): Booking
    const hold = live(holdId);
    return book(hold);
Refuse a hold that ran out
  src/booking/confirm.ts live(holdId: string): Hold
    const hold = find(holdId);
    if (!hold || hold.until < now()) throw new HoldGone(holdId);
    return hold;
APP-5 Confirming twice gives the same booking
  src/booking/confirm.ts confirm(holdId: string): Booking
    return bookingOf(holdId) ?? book(live(holdId));
* work APP-57 tom -52..-51 main
Limit agents to 20 requests a second
  > Closes APP-57
  src/api/limit.ts allow(agent: string, now: number): boolean
    return bucket(agent, now).take();
* work APP-11 tom -55..-46 feature/APP-11-agent-sign-in merge
Sign in with key and secret
  src/auth/agent.ts signIn(key: string, secret: string): Session
    const agent = byKey(key);
    if (!matches(agent, secret)) throw new WrongSecret(key);
    return session(agent);
Lock a key after ten wrong secrets
  src/auth/lock.ts failed(key: string, now: Date): void
    if (countFailure(key) >= 10) lock(key, inHours(now, 1));
Two live keys per agent, so that keys can be replaced
  src/auth/agent.ts byKey(key: string): Agent
    return agents.find(agent => agent.keys.includes(key)) ?? NOBODY;
Write the sign-in part of the API guide
  docs/api.md ## Sign-in
    Every request carries a session that sign-in gives.
* work APP-6 mia -47..-43 feature/APP-6-cancel squash:14
Cancel a booking
  src/booking/cancel.ts cancel(booking: Booking): void
    release(booking.sailing, booking.seats);
    mark(booking, 'cancelled');
Free the lane metres as well
  > Task: APP-6
  src/booking/cancel.ts release(sailing: string, seats: number): void
    db.run(FREE, sailing, seats);
* commit -60 bot
chore(release): 0.1.1
  package.json version "0.1.1"
* commit -58 li
Fix a typo in the settings
  src/settings.ts settings(env: NodeJS.ProcessEnv): Settings
    return { port: Number(env.PORT ?? 8080), database: env.DATABASE_URL ?? 'harbor.sqlite' };
* commit -52 mia
Sort the imports
  > Task: none
  src/booking/vehicle.ts const MAX_LENGTH = 22
* commit -48 ana
Say in the guide how long a hold lasts
  docs/api.md ## Holds
    A hold lasts ten minutes. Then its seats are free again.
* commit -44 tom
Try a faster pool for the database
  label pool
  > Half of the time of a request was waiting for a connection.
  src/server.ts const POOL = { size: 40, idle: 1000 }
* commit -42 tom
Revert "Try a faster pool for the database"
  > This reverts commit {pool}.
  >
  > The nightly race test found two bookings on one seat.
  - src/server.ts const POOL = { size: 40, idle: 1000 }
  src/server.ts stop(server: Server): void
    server.close();
* commit -40 bot
chore(release): 0.2.0
  package.json version "0.2.0"
`;
