import type { Family } from '../../pattern.ts';

/** Date and settings are lost when the mains are off. */
export const clockResets: Family = {
  category: 'bios_firmware',
  products: ['d30', 't120', 'r240'],
  codes: ['HVF-5011'],
  complaint: [
    {
      titles: [
        'computer thinks it is 2009 every Monday',
        'false date each morning',
        'web pages say not secure because of the date',
      ],
      symptoms: [
        'Each Monday the computer believes it is the year 2009.',
        'Web pages refuse to open because they think the certificate is from the future.',
        'I have to type day and hour by hand before I can stamp in.',
        'It asks for F1 with a beep and wants me to confirm something.',
      ],
      details: [
        'Our cleaning lady pulls the multi-way plug on Fridays.',
        'During the week it is usually correct.',
      ],
    },
    {
      titles: [
        'HVF-5011 CMOS checksum bad on {model}',
        'RTC reset to 2009-01-01, {host}',
        'BIOS defaults loaded after AC outage',
      ],
      symptoms: [
        'After AC outage the RTC returns to 2009-01-01 and BIOS defaults are loaded.',
        'HVF-5011: CMOS checksum invalid.',
        'Kerberos logon fails with clock skew above 5 min.',
        'Boot order and RAID mode have to be reconfigured after each outage.',
      ],
      details: [
        'w32time: time offset <300000000-500000000> s',
        'hwclock --show: 2009-01-01 00:0<1-9>:14',
        'BIOS {version}.',
      ],
    },
    {
      titles: ['forgets setup when unplugged', 'amnesia after flexes out, {part}', 'F1 nag w/ bogus yr'],
      symptoms: [
        'Amnesia after flexes out.',
        'F1 nag, yr wrong, SATA preset flips.',
        'Holds while sb juice present.',
      ],
      details: ['Kit <6-10> yrs, s/n {serial}.', 'Cust flips breaker nightly.'],
    },
  ],
  patterns: [
    {
      key: 'cmos-battery-empty',
      title: 'Date and BIOS settings are lost because the CMOS battery is empty',
      component: 'CMOS battery',
      cause: 'The coin cell (CR2032) on the board is empty.',
      fix: 'Replace the CR2032 and set date and settings once.',
      steps: ['Measure the coin cell', 'Replace it', 'Set date and settings', 'Unplug and check'],
      remedies: [
        {
          clues: ['It is our oldest, bought when my daughter was born, she is in school now.'],
          steps: [
            'You told me to open the flap and look for a silver button.',
            'Took the silver button to the watchmaker: flat.',
            'He sold me another for two euros.',
          ],
          causes: ['A silver button inside that keeps the memory was flat.'],
          fixes: ['Pushed in a new silver button and typed in today.', 'The flat button was exchanged.'],
          proofs: ['Survived a whole weekend unhooked.', 'Stamping in works on Mondays.'],
        },
        {
          clues: ['VBAT sensor reads 1.<7-9> V.', 'ipmitool sensor: VBAT 1.81 V, critical.'],
          steps: [
            '1. Sensor VBAT: 1.81 V, nominal 3.0 V.',
            '2. Measured coin cell: 1.8 V.',
            '3. Excluded jumper CLR_CMOS.',
          ],
          causes: ['Root cause: CMOS battery (CR2032) discharged.', 'Coin cell end of life.'],
          fixes: [
            'Replaced the CR2032, restored the BIOS profile, synchronised via NTP.',
            'New CR2032 fitted, RTC set in UTC.',
          ],
          proofs: [
            'VBAT 3.1 V, settings kept over a 12 h outage.',
            'No HVF-5011 at the following cold boot.',
          ],
        },
        {
          clues: ['Wee batt fuzzy grn.'],
          steps: ['DMM on wee batt: dud.', 'Popped it out.', 'Fresh one from pouch.'],
          causes: ['Wee batt dud.'],
          fixes: ['Fresh wee batt, F9 F10.', 'Batt + preset redone.'],
          proofs: ['Flexes out 30min, remembers.', 'Closed same visit.'],
        },
      ],
      asked: {
        words: [
          'bios forgets everything when mains is disconnected',
          'system year jumps back, certificate errors in browser',
        ],
        howTo: 'how to change the coin cell on a mainboard',
      },
    },
  ],
};
