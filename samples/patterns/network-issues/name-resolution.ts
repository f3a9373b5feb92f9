import type { Family } from '../../pattern.ts';

/** Names do not resolve behind the router. */
export const nameResolution: Family = {
  category: 'network_issues',
  products: ['e100', 'g20'],
  codes: ['HVN-3502', 'SERVFAIL'],
  complaint: [
    {
      titles: [
        'some web pages open, others do not',
        'online banking page cannot be found',
        'intranet page gone since the weekend',
      ],
      symptoms: [
        'Some web pages open at once, others say the page cannot be found.',
        'The bank cannot be reached from here, from home it can.',
        'If my nephew types the number of the page instead of its title, it works.',
        'The chat program is fine but the supplier portal stays away.',
      ],
      details: [
        'We switched to another internet company on {weekday}.',
        'All browsers show the identical message.',
      ],
    },
    {
      titles: [
        'SERVFAIL for external zones at {site}',
        'HVN-3502 resolver timeout on {model}',
        'DNS queries fail intermittently, {host}',
      ],
      symptoms: [
        'dig returns SERVFAIL for about <30-70> percent of queries.',
        'Connections by IP succeed, by hostname fail.',
        'HVN-3502: forwarder timeout, logged every <5-20> seconds.',
        'Lookup latency exceeds 5000 ms, then NXDOMAIN or SERVFAIL.',
      ],
      details: [
        '$ dig @10.20.{vlan}.1 www.example.com -> ;; status: SERVFAIL',
        'named: timed out resolving "crm.example.net/A/IN": 192.0.2.53#53',
        'Router firmware {version}.',
      ],
    },
    {
      titles: ['surfing patchy after ISP cutover', 'cutover leftovers, {site}', 'URLs kaput, raw IP ok'],
      symptoms: [
        'Surfing patchy, URLs kaput, raw IP ok.',
        'Cutover night was ok, morning not.',
        'Half the bookmarks kaput.',
      ],
      details: ['Edge {part}, cutover {date}.', 'New ISP CPE in bridge.'],
    },
  ],
  patterns: [
    {
      key: 'dns-forwarder-stale',
      title: 'Names do not resolve because the router forwards to the DNS of a former provider',
      component: 'DNS forwarder',
      cause: 'The router still forwards to the former provider, whose resolver refuses foreign clients.',
      fix: 'Set the forwarders to the resolvers of the new provider.',
      steps: [
        'Compare lookups through router and directly',
        'Read the forwarders',
        'Replace them',
        'Flush caches',
      ],
      remedies: [
        {
          clues: ['The former internet company shut our contract at midnight.'],
          steps: [
            'The helpline asked which phone book our box consults.',
            'It was still the phone book of the former company.',
            'They typed in the number of the right one.',
          ],
          causes: ['The box consulted the phone book of a company we left.'],
          fixes: [
            'The right phone book was typed in.',
            'Helpline changed two numbers in the box and started over it.',
          ],
          proofs: ['Banking opens, wages are paid.', 'Everything opens at once.'],
        },
        {
          clues: ['dig @192.0.2.53 is REFUSED, dig @198.51.100.53 answers in 12 ms.'],
          steps: [
            '1. dig +trace resolves, dig via router does not.',
            '2. show ip dns: forwarders 192.0.2.53 and 192.0.2.54 of the previous carrier.',
            '3. Queried the new resolvers directly: NOERROR.',
          ],
          causes: [
            'Root cause: forwarders still point to the previous carrier, which refuses recursion.',
            'Stale DNS forwarder after carrier migration.',
          ],
          fixes: [
            'Replaced forwarders with 198.51.100.53 and 198.51.100.54, cleared the cache.',
            'ip name-server updated, dns cache flushed on router and clients.',
          ],
          proofs: ['dig status NOERROR, <9-24> ms.', 'No HVN-3502 after 24 h.'],
        },
        {
          clues: ['Old ISP v4 addrs still in edge cfg.'],
          steps: ['Dumped edge cfg.', 'Old n/s pair spotted.', 'Punched in new pair.'],
          causes: ['Cutover skipped n/s pair.'],
          fixes: ['New pair punched in.', 'Edge cfg corrected, saved, bounced.'],
          proofs: ['Bookmarks alive.', 'Cust clicks around, happy.'],
        },
      ],
      asked: {
        words: [
          'hostnames fail after changing provider but addresses answer',
          'websites not found although connection is up',
        ],
        howTo: 'how to change the dns forwarders of a router',
      },
    },
  ],
};
