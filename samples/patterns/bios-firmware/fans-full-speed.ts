import type { Family } from '../../pattern.ts';

/** Fans roar after a firmware update. */
export const fansFullSpeed: Family = {
  category: 'bios_firmware',
  products: ['t120', 'r240', 'r540'],
  codes: ['HVF-5520'],
  complaint: [
    {
      titles: [
        'sounds like a jet in our practice',
        'unbearable racket since the patch',
        'roaring box frightens the patients',
      ],
      symptoms: [
        'Since the patch the box in the back room roars like a jet, the patients are frightened.',
        'It never calms down, neither at night nor on Sundays.',
        'We closed the door and put a blanket over it, still roaring.',
        'The work itself goes on normally.',
      ],
      details: ['The grey box is cold when I touch it.', 'Our dentist threatens to pull the cord.'],
    },
    {
      titles: [
        'All fans at 100 percent after BMC {version}',
        'HVF-5520 sensor reading unavailable, fans to maximum',
        '{host} fan speed stuck at maximum',
      ],
      symptoms: [
        'All fans run at 100 percent PWM since BMC {version}.',
        'HVF-5520: sensor reading unavailable, fail-safe cooling active.',
        'Temperatures are low: inlet <19-23> C, CPU <34-41> C.',
        'Noise level <68-74> dB, power consumption up by <60-140> W.',
      ],
      details: [
        'ipmitool sdr: PCIe Temp | na, DIMM Temp | na',
        'Third-party PCIe card present: no.',
        'BMC restart does not help.',
      ],
    },
    {
      titles: ['blowers pinned since burn', 'howler {part}', 'blowers wont settle'],
      symptoms: [
        'Blowers pinned since burn, howls.',
        'Chilly as a fish though.',
        'Cust site is a clinic, urgent.',
      ],
      details: ['s/n {serial}.', 'Hood switch ok.'],
    },
  ],
  patterns: [
    {
      key: 'sensor-records-outdated',
      title: 'Fans run at full speed because the sensor records do not match the firmware',
      component: 'sensor data records',
      cause:
        'The sensor data records (SDR) were not updated with the BMC, so readings are missing and cooling fails safe.',
      fix: 'Load the SDR package of the same release.',
      steps: [
        'Look for sensors without reading',
        'Compare SDR and BMC versions',
        'Load the matching SDR',
        'Cut mains for a minute',
      ],
      remedies: [
        {
          clues: ['Our computer person put on only one of the two parts you sent.'],
          steps: [
            'You asked how many parts were put on: one.',
            'The second part tells it how warm it is.',
            'Our person put on the second part.',
          ],
          causes: ['Without the second part it did not know how warm it is and blew on suspicion.'],
          fixes: ['Second part put on, cord out for a minute.', 'He put on what was missing.'],
          proofs: ['Whispering again, patients calm.', 'We only hear the drill now.'],
        },
        {
          clues: ['SDR version 1.08, BMC expects 1.12.'],
          steps: [
            '1. ipmitool sdr elist: 9 sensors without reading.',
            '2. SDR revision 1.08 does not match.',
            '3. Loaded SDR 1.12 with hvcfg sdr load.',
          ],
          causes: [
            'Root cause: SDR package not updated together with the BMC.',
            'Sensor data records outdated, fail-safe fan control.',
          ],
          fixes: ['Loaded SDR 1.12 and performed an AC cycle.', 'hvcfg sdr load sdr-1.12.bin; AC cycle.'],
          proofs: ['Fans at 22 percent, all sensors read.', 'HVF-5520 deasserted.'],
        },
        {
          clues: ['Half kit flashed only.'],
          steps: ['Kit has two blobs, one awol.', 'Pushed blob two.', 'Flexes out.'],
          causes: ['Blob two awol.'],
          fixes: ['Blob two pushed, flexes out 60s.', 'Full kit redone.'],
          proofs: ['Hush.', 'Clinic quiet, signed.'],
        },
      ],
      asked: {
        words: [
          'server very loud although it is cold after management update',
          'ventilators never slow down since firmware was flashed',
        ],
        howTo: 'how to load sensor data records',
      },
    },
  ],
};
