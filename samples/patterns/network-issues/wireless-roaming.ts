import type { Family } from '../../pattern.ts';

/** Wireless drops between access points. */
export const wirelessRoaming: Family = {
  category: 'network_issues',
  products: ['w60'],
  codes: ['HVN-3320', 'reason 15'],
  complaint: [
    {
      titles: [
        'tablet offline when I walk [through the ward|down the corridor]',
        'handheld scanners freeze between aisles',
        'wifi lost on the stairs',
      ],
      symptoms: [
        'Whenever a nurse walks down the corridor with the tablet, the wifi disappears for half a minute.',
        'The handheld scanners freeze between aisle four and five.',
        'Standing still is fine, moving is not.',
        'Video visits with relatives break off at the stairs.',
      ],
      details: [
        'Five bars constantly, that is the funny part.',
        'Older tablets are worse than the new ones.',
      ],
    },
    {
      titles: [
        'Clients deauthenticated while roaming, {host}',
        'HVN-3320 roam failures on {model}',
        'WLAN 4-way handshake timeout, reason 15',
      ],
      symptoms: [
        'Stations are deauthenticated with reason 15 when roaming between APs.',
        'HVN-3320: fast transition failure rate above <18-60> percent.',
        'The 4-way handshake expires, full 802.1X follows (<11-29> s).',
        'SSID coverage is -<55-64> dBm in all cells, channel utilisation below 30 percent.',
      ],
      details: [
        'wlc: STA {mac} deauth reason 15 (4WAY_HANDSHAKE_TIMEOUT)',
        'Controller version {version}, <12-60> APs, WPA2-Enterprise.',
        'RADIUS server answers within <8-30> ms.',
      ],
    },
    {
      titles: ['guns choke on handover, {site}', 'handover choke {part}', 'pickers stuck mid row'],
      symptoms: [
        'Guns choke on handover.',
        'Pickers stuck mid row, reboot guns.',
        'Radio survey ok, sticky.',
      ],
      details: ['<20-80> guns, one make.', 'Heatmap in {ticket}.', 'Ceiling pucks {part}.'],
    },
  ],
  patterns: [
    {
      key: 'fast-roaming-unsupported',
      title: 'Wireless clients drop while roaming because they do not support 802.11r',
      component: 'wireless profile',
      cause: '802.11r is mandatory in the profile, and older clients fail the fast transition.',
      fix: 'Set 802.11r to mixed (adaptive), or give older clients a profile without it.',
      steps: [
        'Compare clients that drop with those that do not',
        'Read the fast transition setting',
        'Set it to adaptive',
        'Walk the floor with a client',
      ],
      remedies: [
        {
          clues: ['It is only the [blue|old] tablets, the ones from before the pandemic.'],
          steps: [
            'Walked the corridor with an old and a new tablet in hand.',
            'Only the old tablet lost it.',
            'Head office relaxed a rule for the old ones.',
          ],
          causes: ['A new rule that old tablets do not understand.'],
          fixes: ['Head office relaxed the rule.', 'The old tablets got a wifi name of their own.'],
          proofs: ['The nurses walk up and down undisturbed.', 'Scanners survive all aisles.'],
        },
        {
          clues: [
            'All failing stations share one chipset without FT support.',
            'WLAN profile: FT = Mandatory.',
          ],
          steps: [
            '1. Filtered deauth events by OUI: a single client type.',
            '2. show wlan: FT Mandatory, over-the-DS enabled.',
            '3. Association requests lack the mobility domain element.',
          ],
          causes: [
            'Root cause: 802.11r mandatory, legacy stations without FT.',
            'Fast transition required by the profile, not supported by the driver.',
          ],
          fixes: [
            'Changed FT to Adaptive and disabled over-the-DS.',
            'Relocated legacy stations to a separate SSID without 802.11r.',
          ],
          proofs: ['Roaming takes below 80 ms, no reason 15 since.', 'HVN-3320 failure rate 0.2 percent.'],
        },
        {
          clues: ['Young guns ok, vintage guns choke.'],
          steps: ['Paced row w/ vintage gun: choke at puck edge.', 'R flag forced.', 'Eased R flag.'],
          causes: ['R flag forced, vintage guns cant.'],
          fixes: ['R flag eased to mixed.', 'Vintage guns on own SID, no R.'],
          proofs: ['Paced row 5x, no choke.', 'Shift lead signed.'],
        },
      ],
      asked: {
        words: [
          'devices lose wireless when moving between rooms',
          'barcode readers disconnect on the move though signal is strong',
        ],
        howTo: 'how to make fast roaming work with older devices',
      },
    },
  ],
};
