import type { Voiced } from './pattern.ts';

/** What people write around the matter itself. */
export type Manner = {
  readonly openings: readonly string[];
  readonly asides: readonly string[];
  readonly closings: readonly string[];
  /** What was tried first and did not help, when the true cause was another. */
  readonly wrongFixes: readonly string[];
  readonly relapses: readonly string[];
  readonly thinTitles: readonly string[];
  readonly statusNotes: readonly string[];
  readonly mails: readonly string[];
};

/** The three manners, in the order of the voices; they share no content word either. */
export const manners: Voiced<Manner> = [
  {
    openings: [
      'Hello,',
      'Morning, dear helpdesk people,',
      'Hi there, I trust you are well.',
      'Dear Sir or Madam,',
      'Me again, sorry.',
      'Hi, my cousin said I should mail you.',
      'Greetings, I am not technical at all, so bear with me.',
    ],
    asides: [
      'I have a deadline and am getting desperate.',
      'My boss asks every hour.',
      'Could somebody telephone me, mornings are best?',
      'I already asked my nephew, who knows about such things.',
      'We are a small team and depend on it.',
      'I was told last year to jot everything down, so here it is.',
      'I am on holiday from {weekday}, then ask for my colleague.',
      'Sorry for the long story.',
    ],
    closings: [
      'Many thanks, {name}',
      'Kind regards\n{name}\nPhone {phone}',
      'Greetings from a very stressed {name}, you get me at {phone}',
      'Best wishes, {name} ({email})',
      'thanks!!',
      'Please hurry.\n\n{name}',
    ],
    wrongFixes: [
      'They told me to turn it off and on again.',
      'I was sent a leaflet about cleaning the keyboard.',
      'A young man on the phone deleted my temporary things.',
    ],
    relapses: [
      'It did not help, the whole misery is back.',
      'One day later it was exactly as before.',
      'Sadly that was not it.',
    ],
    thinTitles: ['help', 'does not work', 'broken again', 'same as my cousin', 'again!!'],
    statusNotes: ['We are looking into it for you.', 'You will hear from us.'],
    mails: [
      'Any news? I am still waiting.',
      'Thanks for the quick call, I will try it tonight.',
      'I will be in from eight, ask for {name}.',
      'My number changed, it is {phone} now.',
    ],
  },
  {
    openings: [
      'Environment: production.',
      'Severity 2, business impact medium.',
      'Entered for our operations group.',
      'Following up on the monitoring alert.',
      'All,',
      'Summary:',
      'Requesting analysis of the following.',
    ],
    asides: [
      'Change freeze until the end of quarter, so a maintenance slot requires approval.',
      'Diagnostic archive uploaded, checksum sha256 verified.',
      'Monitoring: Prometheus, alert fired at {time}.',
      'Asset {host}, location {site}, maintenance contract valid.',
      'Reproducible on demand.',
      'Workaround: none.',
      'Escalated internally to level 3.',
      'Logs in UTC.',
    ],
    closings: [
      'Reporter: {name} <{email}>',
      '-- \n{name}, infrastructure operations',
      'BR, {name} (pager: {phone})',
      'Assign to engineering.',
      'Bridge up, dial-in via {phone}.',
      '',
    ],
    wrongFixes: [
      'Reinstalled drivers and rebooted, closed as resolved.',
      'Restored default configuration, alert acknowledged.',
      'Applied the quarterly patch bundle, marked resolved.',
    ],
    relapses: [
      'Alert fired again after 36 hours; the previous resolution is not valid.',
      'Issue persists, reopening. The documented workaround had no effect.',
      'Reproduced after the change, so it was not the cause.',
    ],
    thinTitles: [
      'Alert on {host}',
      'Incident {ticket}',
      '{host} down',
      'See attached log',
      'Recurrence of {ticket}',
    ],
    statusNotes: ['Assigned to level 2.', 'Diagnostics requested.', 'Priority adjusted after triage.'],
    mails: [
      'Diagnostics attached as requested, {name}.',
      'Maintenance slot approved for {date}.',
      'Confirmed on our side, monitoring for 24 hours.',
      'Added {email} to the distribution list.',
    ],
  },
  {
    openings: [
      'Dispatch {ticket}.',
      'Worksheet:',
      'Per dispatch,',
      'Onsite 0{raid}45.',
      'FE memo:',
      'Sub-contractor writeup.',
      'Tel. w/ cust:',
    ],
    asides: [
      'Gate code w/ porter, park rear.',
      'SLA clock ticking.',
      'ESD strap worn, pics taken.',
      'Escort reqd, badge at gate.',
      'Van low on spares.',
      'Cust grumpy, be gentle.',
      'Toolbox talk done.',
      'Site induct exp. soon.',
    ],
    closings: [
      'Attn {name} {phone}.',
      'Poc {name}.',
      'Rgds FE.',
      'Eta tmrw am.',
      'Cc {email}',
      'Miles 4{raid}, hrs 2.',
    ],
    wrongFixes: ['Blew dust, left.', 'Power cycled, walked.', 'Swapped nothing, rebooted, walked.'],
    relapses: ['Revisit: bogus, alive not a day.', 'Callback, same gripe.', 'Back again, prior guess bust.'],
    thinTitles: ['callback', 'revisit {ticket}', 'as per tel', 'dup?', 'see prev job'],
    statusNotes: ['En route.', 'Spares picked.', 'Parked, awaiting escort.'],
    mails: ['Eta moved, traffic.', 'Poc is {name} {phone}.', 'Spare on truck.', 'Pls sign form, {name}.'],
  },
];
