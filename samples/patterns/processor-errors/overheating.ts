import type { Family } from '../../pattern.ts';

/** Too hot and slow: a fan that stands still, or a heatsink that lost its contact. */
export const overheating: Family = {
  category: 'processor_errors',
  products: ['r540', 'r740x', 't120'],
  codes: ['HVS-2117', 'PROCHOT#'],
  complaint: [
    {
      titles: [
        'computer under the desk gets boiling hot and crawls',
        'everything [slows to a crawl|turns into treacle] after lunch',
        'office tower too warm to touch',
      ],
      symptoms: [
        'By mid-morning the case is so warm you could fry an egg on it, and every program needs an eternity.',
        'It starts out quick, then after [half an hour|twenty minutes|an hour or so] everything crawls.',
        'Opening a spreadsheet takes minutes. When I touch the panel it is boiling.',
        'My colleagues joke that we no longer need the radiator, it heats the whole corner.',
        'If we leave it switched off over lunch it is quick again for a short while.',
        'There is a burnt dusty smell coming off the back of it.',
      ],
      details: [
        'A little message pops up saying it is protecting itself and then the screen stutters.',
        'Windows in the room are open, so it is not the weather.',
        'Happens every [Monday|working day|afternoon], worst when payroll is open.',
      ],
    },
    {
      titles: [
        'CPU thermal throttling on {model}, PROCHOT asserted',
        '{host}: package temperature above <94-99> C, clock capped at 1.2 GHz',
        'HVS-2117 processor temperature critical',
      ],
      symptoms: [
        'Package temperature of CPU<0-1> rises to <93-99> C within <6-14> min of load and the clock drops to 1.2 GHz.',
        'Throughput of the nightly batch fell by <35-60> percent; frequency scaling shows constant throttling.',
        'The BMC raises HVS-2117 and the processor remains in its lowest P-state.',
        'IPMI sensors report the upper critical threshold crossed on both sockets.',
        'Load average climbs to <18-44> although the workload has not changed.',
      ],
      details: [
        'kernel: CPU<2-9>: Package temperature above threshold, cpu clock throttled (total events = <1100-9800>)',
        'SEL: {date} | Processor #0x<10-39> | PROCHOT# | Asserted | HVS-2117',
        'Inlet temperature is <21-24> C, so the data centre cooling is within specification.',
        'Kernel {kernel}, BIOS {version}; no change of load during the last <3-9> wk.',
      ],
    },
    {
      titles: [
        'unit cooks itself, perf in the basement',
        'proc toasty alarm lamp, {part}',
        'chassis runs red toasty under duty',
      ],
      symptoms: [
        'Cust rpts unit cooks itself under duty, perf in the basement.',
        'Amber lamp lit, pattern 3-1 (temp). Exhaust as if a hairdryer.',
        'Silicon derates itself after ~a qtr hr; benchmark score a third of nominal.',
        'Arrived, tin scorching, ambient ok.',
      ],
      details: [
        'Part {part}, s/n {serial}, rack position <2-38>.',
        'Kit commissioned <2-6> yrs ago, never popped.',
        'Probe on the hood: <61-74> deg.',
      ],
    },
  ],
  patterns: [
    {
      key: 'cooling-fan-stopped',
      title: 'Processor overheats because a cooling fan has stopped',
      component: 'cooling fan',
      cause: 'A cooling fan has stopped, so the processor is no longer cooled.',
      fix: 'Replace the failed fan and clear the fan fault.',
      steps: [
        'Read the fan speeds',
        'Listen for the fan that stands still',
        'Replace it',
        'Check temperature under load',
      ],
      remedies: [
        {
          clues: [
            'It used to hum loudly and now it is strangely quiet.',
            'I can no longer notice a breeze at the rear grille.',
          ],
          steps: [
            'Put an ear to the grille: no humming at all.',
            'Held a strip of paper in front of the vents, it did not flutter.',
            'Peered through the slots with a torch, the little propeller stood still.',
          ],
          causes: [
            'The propeller that blows cold air inside was stuck and did not spin anymore.',
            'The ventilator had given up, clogged with [fluff|dust and hair].',
          ],
          fixes: [
            'A technician put in a new ventilator.',
            'They took the old propeller out and put in a fresh one.',
          ],
          proofs: [
            'Since then it purrs like before and stays lukewarm.',
            'Been working all week without a hiccup.',
          ],
        },
        {
          clues: ['FAN<2-5> reads 0 RPM in the sensor list.', 'ipmitool sdr: FAN<2-5> | 0 RPM | nr'],
          steps: [
            '1. ipmitool sdr type Fan: FAN3 at 0 RPM, all others near 9000 RPM.',
            '2. Reseated the FAN3 connector, reading unchanged.',
            '3. Swapped FAN3 with FAN4: the fault followed the module.',
          ],
          causes: [
            'Root cause: rotor of FAN3 seized, airflow across the CPU heatsink lost.',
            'FAN3 failed (bearing), the remaining fans could not hold the temperature.',
          ],
          fixes: [
            'Replaced fan module FAN3 (online) and cleared the SEL with ipmitool sel clear.',
            'Replaced FAN3 and reset the fan fault in the BMC.',
          ],
          proofs: [
            'stress-ng for 30 min: package temperature steady at <61-68> C, no throttling.',
            'No HVS-2117 event for <24-72> h.',
          ],
        },
        {
          clues: ['Nil draught.', 'Blower tray silent, one impeller frozen.'],
          steps: [
            'Popped hood, eyeballed blower tray: #3 frozen.',
            'Nudged impeller by finger, gritty, would not restart.',
            'Metered 12V at the header, present.',
          ],
          causes: ['Blower #3 kaput, worn sleeve.', 'Kaput blower = nil draught through the fins.'],
          fixes: ['subbed out blower assy, blew out lint.', 'Fitted van blower assy off shelf.'],
          proofs: ['Burn ok, lamp grn, cust signed.', 'Hood probe down to 38 deg, closed job.'],
        },
      ],
      asked: {
        words: [
          'workstation very hot and sluggish, no air coming out of the back',
          'silent ventilation and overheated server throttles',
        ],
        howTo: 'how do I replace a cooling fan that no longer spins',
      },
    },
    {
      key: 'thermal-paste-dried',
      title: 'Processor overheats because the heatsink has lost contact',
      component: 'heatsink',
      cause: 'The thermal paste has dried or the heatsink sits loose, so heat does not leave the processor.',
      fix: 'Clean both faces, apply new thermal paste and tighten the heatsink to its torque.',
      steps: [
        'Confirm that all fans turn',
        'Take the heatsink off',
        'Renew the paste',
        'Tighten crosswise and test under load',
      ],
      remedies: [
        {
          clues: [
            'You can hear it roar like a plane taking off, and it blows properly.',
            'Plenty of breeze comes out, but only chilly breeze.',
          ],
          steps: [
            'Checked the vents with paper: lots of wind.',
            'The man from support lifted the metal block off and pointed out the grey crumbs below it.',
            'He wiped everything with alcohol.',
          ],
          causes: [
            'The grey cream between chip and metal block had turned to crumbs.',
            'The metal block on top of the chip was wobbly, so warmth could not escape.',
          ],
          fixes: [
            'New cream was spread thinly and the block screwed down again.',
            'The block was wiped, creamed and fastened at every corner.',
          ],
          proofs: [
            'It is whisper quiet now and programs open instantly.',
            'Not one stutter in the two weeks afterwards.',
          ],
        },
        {
          clues: [
            'All fans spin at 100 percent PWM, about 14000 RPM.',
            'Delta between CPU0 and CPU1 is <22-31> K although airflow is identical.',
          ],
          steps: [
            '1. ipmitool sdr type Fan: every fan above 13000 RPM, none failed.',
            '2. Compared sockets: CPU1 at 61 C, CPU0 at 97 C under the same load.',
            '3. Removed heatsink of CPU0: thermal interface material dry and cracked.',
          ],
          causes: [
            'Root cause: dried thermal interface material on CPU0.',
            'Heatsink of CPU0 mounted with insufficient torque, contact print covers half of the lid.',
          ],
          fixes: [
            'Cleaned lid and heatsink with isopropanol, applied new thermal compound, torqued to 1.4 Nm in sequence.',
            'Reapplied thermal compound and retightened the heatsink to 1.4 Nm.',
          ],
          proofs: [
            'Delta between sockets is now below 4 K at full load.',
            'Throttle counters remain at zero during stress-ng --cpu 0 --timeout 1800.',
          ],
        },
        {
          clues: [
            'Blowers all howling at max, draught strong.',
            'Impellers ok; one sink cold while its die sizzles.',
          ],
          steps: ['Blowers ok x6.', 'Pulled sink: goop baked to chalk.', 'Straightedge over base, flat.'],
          causes: ['Goop baked out, sink floating.', 'Spring bolt backed out during shipping, sink tilted.'],
          fixes: [
            'Scraped, fresh goop pea-size, bolts crosswise.',
            'Regreased + reseated sink, every spring bottomed.',
          ],
          proofs: ['Burn half hour, 64 deg, howling stopped.', 'Derating gone, cust happy, closed.'],
        },
      ],
      asked: {
        words: [
          'fans at full speed yet the chip still overheats',
          'one socket much hotter than the other, compound cracked',
        ],
        howTo: 'how to reapply thermal paste on a processor heatsink',
      },
    },
  ],
};
