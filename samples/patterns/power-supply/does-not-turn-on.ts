import type { Family } from '../../pattern.ts';

/** It does not turn on: a dead power supply, or residual charge that blocks the board. */
export const doesNotTurnOn: Family = {
  category: 'power_supply',
  products: ['d30', 't120', 'n15-pro'],
  codes: ['HVP-9040'],
  complaint: [
    {
      titles: [
        'completely dead this morning',
        'pressing the button does nothing',
        'no lights, no sound, nothing',
      ],
      symptoms: [
        'This morning I pressed the button and nothing happened, no light, no sound.',
        'Yesterday it was perfectly fine when I went home.',
        'I pressed it long and short, I begged it.',
        'Nobody else is affected.',
      ],
      details: ['There was a thunderstorm during the night.', 'I need it for the presentation at {time}.'],
    },
    {
      titles: [
        '{model} does not power on, HVP-9040',
        'No power-on after AC event, {host}',
        'Front switch without effect on {model}',
      ],
      symptoms: [
        'The system does not power on, the front switch has no effect.',
        'HVP-9040 is the last entry in the BMC or EC log.',
        'No POST, no fan movement, no video.',
        'Wake on LAN and remote power-on are ignored.',
      ],
      details: [
        'AC event recorded by the building at {time}.',
        'Warranty status checked: active.',
        'Last known BIOS {version}.',
      ],
    },
    {
      titles: ['doornail {part}', 'stone kaput @ {site}', 'DOA-like, was ok yest'],
      symptoms: ['Stone kaput, btn mute.', 'Was ok yest.', 'Punter in a rush, mtg soon.'],
      details: ['s/n {serial}.', 'Flex golden.'],
    },
  ],
  patterns: [
    {
      key: 'power-supply-dead',
      title: 'System does not turn on because the power supply is dead',
      component: 'power supply',
      cause: 'The power supply gives no standby voltage.',
      fix: 'Replace the power supply.',
      steps: [
        'Check outlet and cable',
        'Look for standby light and voltage',
        'Run the self-test of the power supply',
        'Replace it',
      ],
      remedies: [
        {
          clues: [
            'Not even the tiny lamp at the back where the cord goes in.',
            'There was a bang and a puff of smoke.',
          ],
          steps: [
            'A reading lamp works at the same socket.',
            'Tried the cord of the printer.',
            'The tiny lamp at the back stays dark whatever I do.',
          ],
          causes: ['The lightning killed the part where the cord goes in.'],
          fixes: [
            'Your courier brought that part and our janitor screwed it in.',
            'Part exchanged straight away.',
          ],
          proofs: ['The presentation went well, thanks.', 'Comes on at a touch.'],
        },
        {
          clues: ['PSU LED off, self-test key without reaction.', '5 VSB measures 0.0 V.'],
          steps: [
            '1. Outlet 231 V, cable replaced.',
            '2. PSU built-in self-test: LED off.',
            '3. 5 VSB at the connector: 0 V.',
          ],
          causes: [
            'Root cause: PSU defective, no standby voltage (surge).',
            'Primary fuse of the PSU blown by overvoltage.',
          ],
          fixes: ['Replaced the PSU.', 'Replaced PSU, recommended surge protection.'],
          proofs: ['5 VSB 5.08 V, system boots.', 'Stable through <10-30> power cycles.'],
        },
        {
          clues: ['Brick BIST unlit.'],
          steps: ['BIST unlit.', 'Sb volts 0.', 'Van brick: alive.'],
          causes: ['Brick fried.'],
          fixes: ['Van brick in.', 'Brick subbed, breaker ok.'],
          proofs: ['Alive, punter off to mtg.', 'Closed on spot.'],
        },
      ],
      asked: {
        words: [
          'lightning last night and now no sign of life, back lamp dark',
          'standby voltage missing, self test led off',
        ],
        howTo: 'how to run the self-test of a power supply',
      },
    },
    {
      key: 'residual-charge',
      title: 'System does not turn on because of residual charge on the board',
      component: 'system board',
      cause: 'After a surge the embedded controller is latched by residual charge.',
      fix: 'Disconnect everything, hold the power button for 30 seconds, reconnect.',
      steps: [
        'Confirm that the power supply is alive',
        'Disconnect mains and battery',
        'Hold the button for 30 seconds',
        'Reconnect and start',
      ],
      remedies: [
        {
          clues: [
            'The tiny lamp at the back still shines, though.',
            'The lamp of the plug is white as always.',
          ],
          steps: [
            'You made me pull out every cord, even the mouse.',
            'Keep the button pressed and count to thirty.',
            'Cords in, and it greeted me.',
          ],
          causes: ['It was spellbound by leftover electricity.'],
          fixes: ['All cords out and the button kept down, counting to thirty.', 'The thirty seconds trick.'],
          proofs: ['Presentation saved!', 'It has come on every day, did not need the trick again.'],
        },
        {
          clues: ['PSU LED green, 5 VSB 5.1 V.'],
          steps: [
            '1. PSU self-test: LED green, so the PSU is good.',
            '2. Disconnected AC and peripherals.',
            '3. Drained flea power: held the front switch for 30 s.',
          ],
          causes: [
            'Root cause: embedded controller latched after an AC event, residual charge.',
            'EC hang after surge, flea power present.',
          ],
          fixes: [
            'Flea power drained; EC firmware update 1.19 applied to prevent it.',
            'AC removed, switch held 30 s, AC reconnected; powers on.',
          ],
          proofs: ['Powers on by switch and Wake on LAN.', 'HVP-9040 not logged after EC 1.19.'],
        },
        {
          clues: ['Brick BIST lit grn.'],
          steps: ['BIST lit.', 'Stripped all leads.', 'Thumb on btn till it clicked.'],
          causes: ['Ghost juice on planar.'],
          fixes: ['Bled ghost juice.', 'Bled, releaded, alive.'],
          proofs: ['Alive, no part used.', 'Call closed by tel.'],
        },
      ],
      asked: {
        words: [
          'supply lamp is on but the button does nothing after a surge',
          'drain static, hold button till it clickedute',
        ],
        howTo: 'how to drain flea power',
      },
    },
  ],
};
