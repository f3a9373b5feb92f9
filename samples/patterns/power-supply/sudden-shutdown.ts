import type { Family } from '../../pattern.ts';

/** Sudden shutdowns: an overloaded circuit, or a power supply that gives up under load. */
export const suddenShutdown: Family = {
  category: 'power_supply',
  products: ['r540', 'r740x', 'd30'],
  codes: ['HVP-9003'],
  complaint: [
    {
      titles: [
        'computer just goes off in the middle of work',
        'off without warning, work vanished',
        'goes dark as if someone pulled the plug',
      ],
      symptoms: [
        'In the middle of a letter it goes dark, as if someone pulled the plug.',
        'No warning, no message, simply off.',
        'It happens when I use the big drawing program, not while writing mails.',
        'My work vanished [twice|three times|four times] this week.',
      ],
      details: ['Afterwards I can turn it on again right away.', 'It was the hot week, if that matters.'],
    },
    {
      titles: [
        'HVP-9003 unexpected power outage on {host}',
        '{model} shuts down under load',
        'Kernel-Power 41 without dump, {host}',
      ],
      symptoms: [
        '{host} powers down under load, without a clean shutdown.',
        'HVP-9003: system power lost, logged at the next start.',
        'Kernel-Power event 41, no memory dump, BugcheckCode 0.',
        'Occurs above roughly <350-720> W of consumption.',
      ],
      details: [
        'SEL: {date} | Power Unit | Power off/down | Asserted | HVP-9003',
        'Temperatures normal, memory test passed.',
        'BIOS {version}.',
      ],
    },
    {
      titles: ['box conks out when pushed', 'conks out {site}', 'sharp cut at crest'],
      symptoms: ['Conks out when pushed, sharp cut.', 'Idle ok.', 'Repro: bench tool, cuts in <1-6> min.'],
      details: ['s/n {serial}.', 'Flexes seated.'],
    },
  ],
  patterns: [
    {
      key: 'circuit-overloaded',
      title: 'Sudden shutdowns because the circuit or PDU is overloaded',
      component: 'power distribution',
      cause: 'The circuit (or PDU bank) carries too much and its protection trips or its voltage sags.',
      fix: 'Move the load to another circuit and balance the feeds.',
      steps: [
        'See whether others on the circuit drop as well',
        'Measure current and voltage',
        'Move the load',
        'Set alarms on the feed',
      ],
      remedies: [
        {
          clues: [
            'The desk lamp and the fridge go off in the same second.',
            'It began when the coffee maker was put in our corner.',
          ],
          steps: [
            'I boiled water and opened the drawing program: dark.',
            'The fuse in the hallway was down.',
            'Plugged the kettle into the kitchen instead.',
          ],
          causes: ['Coffee maker, heater and computers share a fuse.'],
          fixes: [
            'The coffee maker moved to the kitchen.',
            'An electrician gave our desks a fuse of their own.',
          ],
          proofs: ['We boil and draw simultaneously now.', 'Two weeks with the light on.'],
        },
        {
          clues: [
            'Other hosts on PDU bank B dropped at the same second.',
            'Input voltage sags to <178-199> V before the event.',
          ],
          steps: [
            '1. PDU log: bank B overcurrent <16-19> A on a 16 A breaker.',
            '2. All hosts of bank B affected.',
            '3. Crossed feeds: the fault stays with the bank.',
          ],
          causes: [
            'Root cause: PDU bank B overloaded, breaker tripped.',
            'Unbalanced feeds, undervoltage on bank B.',
          ],
          fixes: [
            'Redistributed load over banks A to C, alarm at 80 percent.',
            'Relocated <3-9> hosts to another feed, replaced the breaker.',
          ],
          proofs: ['Peak <9-12> A, voltage <226-232> V under full load.', 'No HVP-9003 in <2-6> wk.'],
        },
        {
          clues: ['Neighbours in cab die too.', 'Clamp reads toasty on strip B.'],
          steps: ['Clamped strip B: over.', 'Neighbours die too.', 'Swung kit to strip C.'],
          causes: ['Strip B maxed.'],
          fixes: ['Kit swung to strip C.', 'Sparky ran a second run.'],
          proofs: ['Bench tool 1h, survives.', 'Clamp comfy, closed.'],
        },
      ],
      asked: {
        words: [
          'all devices on the same outlet strip lose power together',
          'breaker trips when machines are busy',
        ],
        howTo: 'how to balance load between two feeds',
      },
    },
    {
      key: 'power-supply-weak',
      title: 'Sudden shutdowns because a power supply fails under load',
      component: 'power supply',
      cause: 'An ageing power supply cannot deliver its rated output.',
      fix: 'Replace the power supply.',
      steps: [
        'Exclude the circuit',
        'Measure the 12 V rail under load',
        'Try another power supply',
        'Replace it',
      ],
      remedies: [
        {
          clues: [
            'Everything else at the same socket stays on.',
            'A faint whistle and a smell like fish precede it.',
          ],
          steps: [
            'I tried the socket in the corridor, the same.',
            'Carried it home, the same.',
            'At your counter they hung another heart on it and it lived.',
          ],
          causes: ['The part that feeds it has aged and collapses when it must heave.'],
          fixes: ['That feeding part was exchanged.', 'Your counter exchanged it while I waited.'],
          proofs: ['The drawing program may go on from morning to evening.', 'Whistle and smell are gone.'],
        },
        {
          clues: ['Other hosts on the same PDU are not affected; 12 V rail at 10.<6-9> V.'],
          steps: [
            '1. PDU log clean, input 230 V.',
            '2. Rail 12 V drops to 10.7 V above 400 W.',
            '3. With a known good PSU: stable at 700 W.',
          ],
          causes: [
            'Root cause: PSU cannot hold the 12 V rail, electrolytic capacitors degraded.',
            'Degraded PSU, overcurrent protection trips early.',
          ],
          fixes: [
            'Replaced PSU<1-2> with 800 W Platinum.',
            'Replaced both PSUs of the pair from the same batch.',
          ],
          proofs: ['12.1 V at full load for 2 h.', 'HVP-9003 not seen since the replacement.'],
        },
        {
          clues: ['Neighbours ok. Brick stinks, caps domed.'],
          steps: ['Cab strip cool.', 'Brick out, caps domed.', 'Loan brick survives.'],
          causes: ['Domed caps in brick.'],
          fixes: ['Brick subbed.', 'New brick ex depot.'],
          proofs: ['Survived 90 min pushed.', 'Old brick to scrap, closed.'],
        },
      ],
      asked: {
        words: [
          'pc switches off under load while everything else stays powered',
          'twelve volt rail sags, capacitors bulging',
        ],
        howTo: 'how to test a power supply under load',
      },
    },
  ],
};
