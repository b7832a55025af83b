/** The plan itself, week by week: scope, dates, statuses of milestones and risks. */
export const PLANNING = `
* commit -66 noor
Weekly planning: a booking needs a name for the phone
  + APP-56
* commit -61 noor
Weekly planning: agents may repeat a request
  + APP-46
  + APP-57
* commit -56 noor
Start choosing the payment provider
  = APP-12 status In progress
* commit -51 noor
The provider is chosen
  = APP-12 status Done
  = APP-13 status In progress
  = booking-core checked 1
* commit -50 noor
Weekly planning: our own tokens are not needed
  > Sign-in uses sessions, as decided with Tom.
  = APP-10 status Dropped
  = payments status active
* commit -46 noor
Weekly planning: money needs one rule for rounding
  + APP-58
  + APP-59
  = timetable status active
* commit -41 noor
Booking core is nearly there
  = booking-core checked 2
  = R-4 review -15
* commit -40 noor
Booking core is done
  > Sponsor demo on the same day. Everything planned is in.
  = booking-core status done
  = R-9 status closed
* commit -36 noor
Weekly planning: reconciliation was missing from payments
  + APP-48
  + APP-47
  = R-2 probability 4
* commit -31 noor
Payments move by twelve days
  > The contract is late and reconciliation is new.
  = payments due +2
  = R-1 probability 4
  = R-1 review -20
* commit -26 noor
Weekly planning: what the ports asked for
  + APP-49
  + APP-50
  + APP-55
* commit -24 noor
The sandbox of the provider is down
  > Two days without answers. Li keeps us going with recorded ones.
  = R-2 status occurred
  = R-2 review +5
* commit -21 noor
Weekly planning: search wishes of the agents
  + APP-60
  + APP-61
* commit -18 noor
Offline tickets first: the trial on the night ferry needs them
  = APP-31 priority critical
  = APP-31 due +30
* commit -16 noor
No loyalty points before the launch
  = APP-55 status Dropped
  = R-1 probability 5
* commit -15 noor
Review the risks with the sponsor
  = R-1 review +3
  = R-1 status mitigating
  = R-4 probability 30%
  = R-4 review +15
  = R-5 review +8
  = R-3 probability 4
* commit -12 noor
Weekly planning: accounting and the crew
  + APP-52
  + APP-52~2
  + APP-62
* commit -11 noor
Take the price table off vouchers
  > The commit names the wrong task.
  = APP-19 commits !prices
* commit -9 tom
Live keys are blocked
  = APP-20 blocked Waiting for the live keys; the provider wants the signed contract first
  = APP-20 until +3
* commit -8 noor
Move the done planning tasks out of the way
  = APP-12 folder archive
  = APP-3 folder archive
* commit -6 noor
Weekly planning: launch gets owners
  = APP-51 raw links: [https://register.example.com
  = APP-54 status Parked
  = R-7 probability 60%
  = APP-29 box x
* commit -4 noor
Health of payments and timetable
  = payments health at risk
  = payments health_note The contract and fraud checks are late; live keys depend on both
  = payments health_date -4
  = timetable health on track
  = timetable health_date -4
* commit -1 noor
Notes for the weekly call
  = APP-13 checked 1
  = APP-41 start +30
`;
