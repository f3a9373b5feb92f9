import type { Family } from '../../pattern.ts';

/** Devices get no address. */
export const addressPool: Family = {
  category: 'network_issues',
  products: ['e100', 'g20'],
  codes: ['HVN-3415', '169.254'],
  complaint: [
    {
      titles: [
        'nobody who arrives after nine gets online',
        'visitors cannot get online',
        'early birds work, latecomers do not',
      ],
      symptoms: [
        'Whoever comes in early works normally, whoever comes after nine gets no internet at all.',
        'Visitors in the meeting room see a yellow triangle.',
        'If somebody goes home, suddenly I get in.',
        'It feels like musical chairs.',
      ],
      details: [
        'We hired <15-40> people this year.',
        'Everybody brings a phone and a watch nowadays.',
        'Happens when it is busy, Fridays are calm.',
      ],
    },
    {
      titles: [
        'HVN-3415 DHCP scope exhausted, VLAN {vlan}',
        'Clients self-assign 169.254 on {site}',
        'No DHCP offers from {host}',
      ],
      symptoms: [
        'Clients in VLAN {vlan} fall back to 169.254.0.0/16 addresses.',
        'DHCPDISCOVER is sent without any DHCPOFFER.',
        'HVN-3415 is raised, scope utilisation 100 percent.',
        'Renewals succeed, new leases fail.',
      ],
      details: [
        'dhcpd: DHCPDISCOVER from {mac} via eth1: network 10.20.{vlan}.0/24: no lease available',
        'Lease time 8 d, pool 10.20.{vlan}.50-200.',
        '$ show ip dhcp binding | count -> 151',
      ],
    },
    {
      titles: ['no IP for late shift', 'IP pot blank at {site}', 'amber bangs, pot blank'],
      symptoms: ['Late shift draws no IP.', 'Amber bang on <10-40> seats.', 'Fixed IP by hand = ok.'],
      details: ['Edge gear {part}.', 'Contact {name} onsite.'],
    },
  ],
  patterns: [
    {
      key: 'dhcp-pool-exhausted',
      title: 'New devices get no address because the DHCP pool is exhausted',
      component: 'DHCP',
      cause: 'The pool is too small for the devices and leases live too long.',
      fix: 'Enlarge the pool and shorten the lease time.',
      steps: [
        'Count bindings against the pool',
        'Find stale leases',
        'Shorten the lease time, enlarge the pool',
        'Clear old bindings',
      ],
      remedies: [
        {
          clues: ['Our IT lady says the cloakroom has too few hooks.'],
          steps: [
            'Your hotline went through the hooks: a hundred and fifty, all taken.',
            'Half were for phones of guests who left last week.',
            'They emptied them and screwed on more hooks.',
          ],
          causes: ['Hooks were kept for guests who had left ages ago.'],
          fixes: ['More hooks, and they are emptied every evening.', 'Hotline screwed on hooks.'],
          proofs: ['On {weekday} all latecomers got in.', 'No more yellow triangle.'],
        },
        {
          clues: ['Most bindings stem from randomised MAC addresses of smartphones.'],
          steps: [
            '1. show ip dhcp binding: 151 of 151 leased.',
            '2. Two thirds of the leases without ARP entry.',
            '3. Reviewed lease time: 8 d on a BYOD-heavy VLAN.',
          ],
          causes: [
            'Root cause: scope too small, lease time of 8 d, randomised MACs.',
            'DHCP pool exhausted by stale leases.',
          ],
          fixes: [
            'Reduced lease time to 8 h, extended the scope to a /23.',
            'Cleared stale bindings, lease time 4 h, second scope added.',
          ],
          proofs: [
            'Utilisation peaks at <41-66> percent.',
            'HVN-3415 cleared, all clients lease within a second.',
          ],
        },
        {
          clues: ['Pot full of zombie mobs.'],
          steps: ['Pot tally: full.', 'Purged zombie handsets.', 'Widened mask.'],
          causes: ['Pot too skimpy, tickets held 8d.'],
          fixes: ['Mask widened, hold 8h.', 'Purge + bigger pot.'],
          proofs: ['Pot roomy at crest.', 'Late crew ok, closed.'],
        },
      ],
      asked: {
        words: [
          'new arrivals cannot connect because no ip address is handed out',
          'computers give themselves an automatic private address',
        ],
        howTo: 'how to enlarge a DHCP scope',
      },
    },
  ],
};
