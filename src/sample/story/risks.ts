/** Risks in the story's short spelling. */
export const RISKS = `
R-1 Live keys of the payment provider come late | p:3 i:4 delay:10d response:mitigate owner:@noor review:-45 status:open milestone:payments tasks:APP-13,APP-20
  trigger: No keys two weeks before the due date of payments
  mitigation: Weekly call with the provider; the contract is signed in parts.
  contingency: Launch with invoices for travel agents only.
R-2 Sandbox of the payment provider is down for days | p:2 i:3 delay:3d response:accept owner:@ana review:-40 status:open milestone:payments tasks:APP-15
  trigger: The sandbox answers with errors for more than an hour
  mitigation: Record real answers and replay them in tests.
  contingency: Work on receipts and vouchers first.
R-3 Peak load is more than the search can carry | p:3 i:5 delay:15d status:open milestone:public-launch
  trigger: The load test misses 300 ms at half of the peak
  contingency: A waiting room before the search.
R-4 Timetable files of the ports differ in format | p:60% i:2 delay:4d response:mitigate owner:@tom review:-30 status:mitigating milestone:timetable tasks:APP-24,APP-25
  trigger: A file that the importer refuses
  mitigation: The importer reports the line and goes on.
R-5 Ana is the only one who knows the payment code | p:3 i:3 delay:5d response:mitigate owner:@ana review:+8 status:mitigating milestone:payments tasks:APP-21
  trigger: Ana is away for more than a week
  mitigation: Li takes fraud checks; Ana reviews.
R-6 Personal data leaves the country through the mail service | p:20% i:4 response:avoid owner:@noor review:+12 status:open milestone:public-launch tasks:APP-51
  trigger: The privacy review names the mail service
  mitigation: Choose a service in the country before launch.
R-7 Crew tablets lose the network at sea | p:40% i:3 delay:6d response:mitigate owner:@mia review:-6 status:open milestone:operator-console tasks:APP-31
  trigger: More than one lost scan on a trip
  mitigation: Tickets are checked on the tablet and sent later.
  contingency: A printed list for the first trips.
R-8 Vessel feed is switched to a new supplier | p:2 i:2 response:accept owner:@tom review:+20 status:accepted milestone:timetable
  trigger: The supplier names a date
R-9 Audit of the port authority falls into the launch | p:1 i:4 response:transfer owner:@noor review:+25 status:open milestone:public-launch
  trigger: A letter of the authority
R-10 Passengers are offered the same last seats twice | p:3 i:3 delay:2d response:mitigate owner:@mia review:+10 status:open milestone:timetable tasks:APP-43
  trigger: Two passengers accept the same seat
  mitigation: Rebooking holds the seats before it offers them.
`;
