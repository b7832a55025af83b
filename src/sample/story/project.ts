import type { Calendar } from '../making/calendar';
import { HOLIDAY } from '../making/steps';

/** The charter, plan/project.md. It stays the same through the whole story. */
export function projectFile(calendar: Calendar): string {
  const day = (n: number) => calendar.day(n);
  return `---
key: APP
name: Harbor
timezone: Europe/Oslo
branch: main
people:
  - { id: '@ana', name: Ana Ruiz, emails: [ana@example.com] }
  - { id: '@li', name: Li Wen, emails: [li@example.com], off: [${day(6)}..${day(10)}] }
  - { id: '@tom', name: Tom Berg, emails: [tom@example.com], capacity: 80%, off: [${day(28)}..${day(30)}] }
  - { id: '@mia', name: Mia Okafor, emails: [mia@example.com], capacity: 60%, workweek: [mon, tue, wed, thu] }
  - { id: '@noor', name: Noor Haddad, emails: [noor@example.com], capacity: 50% }
calendar:
  workweek: [mon, tue, wed, thu, fri]
  hours: 8
  holidays: [${day(HOLIDAY)}, ${day(14)}, ${day(47)}..${day(49)}]
resources:
  staging: 1
evidence:
  legal: none
rules:
  stale: 10d
  history: 12w
---

# Harbor

Harbor is the booking API of Fjordline Ferries: one place where the web shop, travel agents and the
crew on board ask for sailings, hold seats, take payments and tell passengers what has changed.

## Goals

- Travel agents book without calling the office before the summer season opens.
- A passenger learns of a cancelled sailing within five minutes.
- The crew boards a full ferry without paper lists.

## Stakeholders

- Fjordline Ferries: Ingrid Dahl (sponsor), the port offices, the crews
- Payment provider: contract and live keys
- Travel agents: twelve of them have asked for early access

## How we measure success

- 95 % of searches answer within 300 ms at the load of the peak week
- Fewer than 1 in 500 payments needs a person
- No paper boarding list after the first month
`;
}
