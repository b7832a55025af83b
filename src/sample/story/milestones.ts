/** Milestones in the story's short spelling. Dates are working days from today. */
export const MILESTONES = `
booking-core Booking core | start:-70 due:-38 owner:@ana status:active
  goal: Search, hold and confirm a trip through the API, without paying yet.
  measure: An agent's script books a trip end to end against staging
  measure: No double booking in the nightly race test
  - Demo to the sponsor
  - API guide published
payments Payments and refunds | start:-48 due:-10 owner:@noor status:planned
  references: yes
  goal: Passengers pay by card and get their money back by themselves when they cancel.
  goal: The provider's live keys are the one thing we cannot speed up ourselves.
  measure: A refund reaches the passenger within three days
  measure: Daily totals agree with the provider's report to the cent
  - Finance has signed off the refund rules
  - Security review of the payment flow
  - Live payment of one krone made and refunded
timetable Timetable and disruption | start:-46 due:+40 owner:@li status:planned
  references: links
  goal: Harbor knows what sails when, and tells passengers when it does not.
  measure: A change of the timetable is live within one minute
  measure: Every passenger of a cancelled sailing is told within five minutes
  - Port offices trained
operator-console Operator console | start:+5 due:+66 owner:@mia status:planned
  goal: The crew sees who is on board, scans tickets and fills the deck, also without a network.
  measure: A full ferry is boarded in 25 minutes
  - Trial on the night ferry
public-launch Public launch | start:+45 due:+90 owner:@noor status:planned
  goal: Harbor answers the public web shop through the peak week.
  measure: The peak week of last summer, doubled, in the load test
  - Go or no-go meeting
  - Press note agreed with the sponsor
`;
