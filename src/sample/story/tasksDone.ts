/** Tasks of the first three milestones in the story's short spelling; most are done by today. */
export const TASKS_DONE = `
== booking-core
. APP-1 Project skeleton and build | @ana est:2d
. APP-2 Sailings and vessels model | @li est:3d after:APP-1
APP-3 Quote a price for a trip | @ana !high #pricing est:2d/3d/6d after:APP-2
  - A price names its parts: passengers, vehicle, fees
  - Children under 4 travel free
  - The same request gives the same price within ten minutes
APP-4 Hold seats for ten minutes | @li !high est:2d/4d/8d after:APP-2
  - A hold lasts ten minutes and then frees its seats
  - Two holds never share a seat
  - A hold says how long it lasts
  notes: The database decides who is first; we do not lock in memory.
APP-5 Confirm a booking | @li !critical est:3d after:APP-3,APP-4
  - Only a live hold can be confirmed
  - Confirming twice gives the same booking
. APP-6 Cancel a booking | @mia est:2d after:APP-5
. APP-7 Passenger and vehicle details | @mia est:3d after:APP-2
  - Names as in the passport
.. APP-7.1 Passengers with age and needs | @mia est:1d
. APP-8 Error format of the API | @tom #api est:1d
. APP-9 Continuous integration | @tom est:2d after:APP-1
. APP-10 Own token format | @tom est:4d
APP-11 Sign-in for travel agents | @tom #security est:3d/5d/9d after:APP-8
  needs: staging
  - An agent signs in with a key and a secret
  - Ten wrong secrets lock the key for an hour
  - Keys can be replaced without a gap
. APP-46 Idempotency keys | @li #api est:2d after:APP-4
. APP-56 Booking reference numbers | @mia est:1d after:APP-2
. APP-57 Rate limit for agents | @tom #security est:1d after:APP-8
== payments
APP-12 Choose the payment provider | @noor est:5d due:-50
  evidence: none
  - Three offers compared on price, refunds and settlement
  - Sponsor agrees
APP-13 Contract with the payment provider | @noor !critical est:8d due:-4 after:APP-12
  evidence: none
  - Terms of refunds agreed
  - Signed by both sides
  notes: Legal has sent two changes; the provider answers within a week each time.
APP-14 Card payments | @ana !critical est:4d/6d/12d after:APP-5,APP-12
  - A payment is taken once, also when the answer is lost
  - A declined card keeps the hold alive
  - Card numbers never reach our logs
APP-15 Payment webhooks | @li !high est:3d after:APP-14
  - Signed, else refused
  - Twice the same event changes nothing
APP-16 Refunds | @ana !high est:2d/3d/6d after:APP-14
  - In part or in full
  - Never more than was paid
. APP-17 Receipts by mail | @mia est:2d after:APP-14
. APP-18 Retry a failed payment | @li est:2d after:APP-14
APP-19 Vouchers | @mia est:3d due:+1 after:APP-16
  - A voucher pays a part or the whole trip
  - What is left stays on the voucher
  - A refund goes back to the voucher first
APP-20 Switch the provider to live | @tom !critical est:1d/2d/5d due:+2
  depends_on: APP-13 + 2d
  - Live keys in the vault
  - One krone paid and refunded
APP-21 Fraud checks | @li !high #security est:3d/5d/10d due:-2 after:APP-14
  - More than three cards on one booking are refused
  - A refused payment says nothing about the rule
  - Support can clear a booking by hand
. APP-22 Refund rounding | @ana est:1d after:APP-16
. APP-23 Payment audit log | @tom #security est:2d after:APP-14
. APP-47 Fall back from 3-D Secure | @ana est:2d after:APP-14
APP-48 Daily reconciliation | @li est:2d/3d/5d due:+2 after:APP-15
  - Differences are listed by booking
  - Runs at 04:00 and can be repeated
. APP-55 Loyalty points | @mia est:5d
. APP-58 Currency rounding | @li est:1d after:APP-3
. APP-59 Structured logs | @tom est:1d
== timetable
APP-24 Import the timetable | @tom !high est:3d/4d/8d after:APP-2
  - Reads the files of all four ports
  - A bad line is reported and the rest is imported
  - Importing twice changes nothing
. APP-25 Seasons and exceptions | @tom est:2d after:APP-24
APP-26 Search sailings | @ana !high est:3d/5d/9d after:APP-24
  - By ports, day, passengers and vehicle
  - Full sailings are shown as full
  - 300 ms at 50 requests a second
. APP-27 Search cache | @ana est:2d after:APP-26
. APP-28 Port time zones | @li est:1d after:APP-24
APP-29 Capacity per vehicle class | @li est:3d after:APP-26
  - Cars, vans, trucks and bicycles are counted apart
  - Deck height limits what fits
. APP-30 Departures board | @mia est:4d due:+8 after:APP-26
.. APP-30.1 Feed for the board | @mia est:1d
.. APP-30.2 Board page with live times | @mia est:3d
. APP-49 Holiday timetable | @tom est:1d after:APP-25
. APP-50 Search by vehicle height | @ana est:2d after:APP-26
. APP-60 Find ports by a part of the name | @ana est:1d after:APP-26
. APP-61 Pages of search results | @mia est:1d after:APP-26
`;
