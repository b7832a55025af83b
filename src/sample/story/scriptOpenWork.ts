/** Branches that are not merged at the end; the last one is checked out and under review. */
export const OPEN_WORK = `
* work APP-31 mia -18..-16 spike/offline-tickets
Check a ticket's signature on the tablet
  src/boarding/ticket.ts valid(ticket: Ticket, key: PublicKey): boolean
    return verify(ticket.body, ticket.signature, key);
Keep scans until the network is back
  src/boarding/queue.ts push(scan: Scan): void
    local.append(scan);
* work APP-36 ana -7..-3 feature/APP-36-fare-families unplanned
Fare families with their own price
  src/pricing/family.ts interface Family
    readonly name: 'Basic' | 'Flex' | 'Freight';
    readonly factor: number;
Quote in every family
  src/pricing/family.ts quotes(trip: Trip, now: Date): Price[]
    return FAMILIES.map(family => times(quote(trip, now), family.factor));
Refund by family
  src/pricing/family.ts refundable(family: Family, hours: number): boolean
    return family.name === 'Flex' || hours > 24;
* work APP-37 ana -3..-2 feature/APP-37-fare-rules on:feature/APP-36-fare-families
Rules per route and season
  src/pricing/rules.ts interface Rule
    readonly route: string;
    readonly families: readonly string[];
The narrowest rule wins
  src/pricing/rules.ts ruleFor(trip: Trip): Rule
    return rules.filter(rule => applies(rule, trip)).sort(byWidth)[0] ?? OPEN;
* commit -7 noor
Start APP-42
  > Notices come before the load test, as agreed with the ports.
  = APP-42 status In progress
* branch -3 feature/disruption-notices
* commit -3 mia feature/disruption-notices
APP-42 Notice for every passenger of a cancelled sailing
  src/notices/send.ts notify(sailing: Sailing, reason: string): Notice[]
    return passengers(sailing).map(passenger => notice(passenger, reason));
  src/notices/notice.ts interface Notice
    readonly sailing: string;
    readonly passenger: string;
    readonly language: Language;
* commit -3 mia feature/disruption-notices
Write notices in the passenger's language
  > Task: APP-42
  = APP-42 checked 1
  src/notices/language.ts inLanguage(notice: Notice): string
    return text(notice.reason, notice.language);
  src/notices/texts.md # Texts of notices
    Cancelled: your ferry does not sail today. Choose another one here: {link}
* commit -2 mia feature/disruption-notices
Retry mails that bounce
  src/mail/bounce.ts bounced(mail: Mail): boolean
    return mail.attempts < 3 && isSoft(mail.answer);
* commit -2 mia feature/disruption-notices
Offer the next sailing with room
  > Refs: APP-43
  >
  > It needs the seats of other vessels as well, so the estimate grows.
  = APP-43 status In progress
  = APP-43 estimate 4d
  + R-10
  src/notices/rebook.ts nextSailing(cancelled: Sailing, seats: number): Sailing | undefined
    return after(cancelled).find(sailing => free(sailing) >= seats);
* commit -1 mia feature/disruption-notices
APP-42 A second change replaces the first notice
  = APP-42 status In review
  = APP-42 checked 2
  src/notices/send.ts notify(sailing: Sailing, reason: string): Notice[]
    withdraw(sailing);
    return passengers(sailing).map(passenger => notice(passenger, reason));
`;
