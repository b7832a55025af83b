/** Tasks that are mostly still ahead, in the story's short spelling. */
export const TASKS_OPEN = `
== timetable
APP-40 Delay feed from the vessels | @tom !high est:3d/5d/8d due:+10 after:APP-24
  - A delay of more than five minutes reaches the timetable within one minute
  - A silent vessel is shown as unknown, not as on time
  - The feed can be replayed
APP-42 Disruption notices | @mia !high est:4d due:+13 after:APP-26
  - Every passenger of a cancelled sailing gets one notice
  - In the passenger's language
  - A second change replaces the first notice
APP-43 Rebook after a cancellation | @ana est:2d due:+22 after:APP-42
  - The next sailing with room is offered
  - Accepting takes one tap
== operator-console
APP-31 Offline boarding tickets | @mia !high est:4d/6d/12d start:-18
  branch: spike/offline-tickets
  - A ticket is checked without a network
  - Scans are sent when the network is back
APP-32 Console sign-in and roles | @tom #security est:3d after:APP-11
  - Crew, port office and support see different things
  - Sign-in lasts one shift
APP-33 Passenger list for the crew | @li est:3d after:APP-32
  - Sorted by deck and vehicle
  - Needs of passengers stand out
. APP-34 Boarding scan | @mia est:4d after:APP-31,APP-33
APP-35 Deck plan | @li est:2d/3d/6d after:APP-29
  - Heights and weights per lane
APP-36 Fare families | @ana est:2d/4d/7d after:APP-3
  - Basic, Flex and Freight differ in price and refund
  - A family can be switched off per route
APP-37 Fare rules per route | @ana est:3d after:APP-36
  - A rule names routes, seasons and families
. APP-38 Overbooking warning | @li est:2d after:APP-33
. APP-39 Daily report for the port office | @noor #reporting est:2d after:APP-33
APP-52 Export for accounting | @li est:2d after:APP-48
  - One file a day, in the format of the ledger
APP-52~2 Crew phone list | @mia est:1d
  - Shown only to the crew on duty
== public-launch
APP-41 Load test of the peak week | @tom !critical est:5d after:APP-27,APP-40
  needs: staging
  - Last summer's peak, doubled
  - Report with limits and next bottleneck
APP-44 Accessibility audit | @noor est:6d after:operator-console
  evidence: none
  - Report of the auditor
. APP-45 Public status page | est:2d
APP-51 Privacy review | @noor #legal est:4d
  - Register of processing is complete
. APP-53 Launch rehearsal | @noor est:2d after:operator-console,APP-41
APP-54 Runbook and on-call | @tom est:3d
  - Every alarm has a page
== none
APP-62 Upgrade to the new Node release | #tooling est:1d
  raw: assignee: @tom
  - Build and tests pass
`;
