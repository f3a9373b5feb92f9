import type { Family } from '../../pattern.ts';

/** A notebook crawls because its adapter is not recognised. */
export const adapterThrottle: Family = {
  category: 'processor_errors',
  products: ['n14', 'n15-pro'],
  codes: ['HVC-0412'],
  complaint: [
    {
      titles: [
        'laptop unbearably slow when plugged in',
        'even writing lags on my laptop',
        'laptop lovely on the train, useless in the office',
      ],
      symptoms: [
        'In the office even the mouse pointer lags, letters appear seconds after I touch the keys.',
        'On the train it is perfectly fine, in the office it becomes useless.',
        'A video call turns into a slideshow.',
        'My colleague with the identical laptop has no trouble at all.',
      ],
      details: ['Started right after I came back from holiday.', 'I tried turning it off and on, of course.'],
    },
    {
      titles: [
        '{model} locked at 400 MHz on AC',
        'HVC-0412 adapter not identified, CPU frequency limited',
        'BD PROCHOT holds notebook at minimum frequency',
      ],
      symptoms: [
        'The CPU remains at 400 MHz as soon as AC is connected, regardless of governor.',
        'Firmware logs HVC-0412 at power-on: adapter not identified.',
        'Frequency returns to 4.1 GHz on battery.',
        'Performance counters show BD PROCHOT set permanently.',
      ],
      details: [
        'turbostat: Avg_MHz 399, Busy% 100, CoreTmp <41-55>',
        'Get-CimInstance Win32_Processor: CurrentClockSpeed 399',
        'BIOS {version}, driver package current.',
      ],
    },
    {
      titles: [
        'portable snail pace w/ mains',
        'snail speed when docked to wall',
        'loaner ok, own portable snail',
      ],
      symptoms: [
        'Portable goes snail pace w/ mains.',
        'Unplug = ok, replug = snail.',
        'F1 nag re brick, punter pokes F1.',
      ],
      details: ['s/n {serial}, depot ref {ticket}.', 'OS reimaged by cust, no change.'],
    },
  ],
  patterns: [
    {
      key: 'adapter-not-recognised',
      title: 'Notebook runs at minimum frequency because its adapter is not recognised',
      component: 'AC adapter',
      cause:
        'The adapter does not identify itself (third party, or broken centre pin), so the firmware limits the processor.',
      fix: 'Use an original adapter with an intact plug.',
      steps: [
        'Compare frequency with and without adapter',
        'Read the adapter type in the setup',
        'Try an original adapter',
        'Replace the adapter',
      ],
      remedies: [
        {
          clues: [
            'I left my charger in the hotel and got a cheap one at the airport.',
            'The tip of my charger is a bit bent.',
          ],
          steps: [
            'Borrowed the charger from my colleague for ten minutes.',
            'With hers everything was quick.',
            'With mine it lagged at once.',
          ],
          causes: [
            'The airport charger is not accepted, so the laptop goes into a kind of limping state.',
            'The bent tip meant my charger was treated as a stranger.',
          ],
          fixes: ['Got a genuine charger from your shop.', 'You sent me a genuine charger, thank you.'],
          proofs: ['Calls are smooth again.', 'No lag whatsoever.'],
        },
        {
          clues: ['Adapter type reads Unknown in the BIOS setup.', 'The ID pin measures open circuit.'],
          steps: [
            '1. BIOS setup, Power page: AC adapter type Unknown, 0 W.',
            '2. Connected a known good 130 W adapter: type identified, frequency normal.',
            '3. Measured the ID pin of the original: open.',
          ],
          causes: [
            'Root cause: adapter ID signal missing, firmware asserts BD PROCHOT.',
            'Third-party adapter without ID chip; the platform limits the CPU.',
          ],
          fixes: [
            'Replaced with an OEM 130 W adapter.',
            'Issued a new OEM adapter, disposed of the third-party one.',
          ],
          proofs: [
            '4.1 GHz sustained on AC, HVC-0412 gone.',
            'turbostat averages 3900 during a 10 min build.',
          ],
        },
        {
          clues: ['Brick is a no-name clone.', 'Centre needle snapped off.'],
          steps: ['Had a go w/ bench brick: ok.', 'Clone brick: snail.', 'Loupe on barrel: needle gone.'],
          causes: ['Clone brick w/o handshake.', 'Needle snapped = no handshake.'],
          fixes: ['Handed over proper-label brick.', 'Brick subbed at bench.'],
          proofs: ['Scored 98 % nominal, closed at bench.', 'Punter rang back happy.'],
        },
      ],
      asked: {
        words: [
          'notebook sluggish only while the charger is connected',
          'cheap replacement charger makes machine crawl',
        ],
        howTo: 'how to see whether the notebook recognises its adapter',
      },
    },
  ],
};
