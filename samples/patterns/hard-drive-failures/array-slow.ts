import type { Family } from '../../pattern.ts';

/** A slow array: the cache battery is empty, or a check runs in working hours. */
export const arraySlow: Family = {
  category: 'hard_drive_failures',
  products: ['r540', 'r740x', 's200'],
  codes: ['HVD-7105'],
  complaint: [
    {
      titles: [
        'saving a document takes a minute',
        'our customer program has become a snail',
        'hourglass whenever I save',
      ],
      symptoms: [
        'Whenever I save a document, the hourglass turns for a minute.',
        'Looking up a customer is bearable, correcting an address is torture.',
        'Around payday nothing moves at all.',
        'My colleagues go for a smoke while it saves.',
      ],
      details: ['Has been like this since about {weekday}.', 'We threw out old pictures, no improvement.'],
    },
    {
      titles: [
        'Write latency <40-300> ms on {host}',
        'HVD-7105 storage performance degraded',
        '{model}: iowait above <35-70> percent',
      ],
      symptoms: [
        'Write latency of the virtual disk went from 1 ms to <40-300> ms.',
        'iowait above <35-70> percent, database commits queue up.',
        'HVD-7105 performance threshold exceeded.',
        'All physical disks report Online, array Optimal.',
      ],
      details: [
        'iostat -x: sda w_await <90-400> aqu-sz <20-60> %util 99.8',
        'fio 4k random write: <60-300> IOPS (baseline 21000).',
        'Controller {version}, RAID {raid}.',
      ],
    },
    {
      titles: ['spindles thrash, app treads water', 'app treads water {site}', 'pool molasses'],
      symptoms: ['Spindles thrash, app treads water.', 'No angry bays.', 'Vendor of app points at us.'],
      details: ['s/n {serial}.', 'Shelf lamps nominal.'],
    },
  ],
  patterns: [
    {
      key: 'cache-battery-dead',
      title: 'Writes are slow because the cache battery is dead',
      component: 'cache battery',
      cause: 'The battery of the RAID cache is dead, so the controller writes through.',
      fix: 'Replace the cache battery; write back returns by itself.',
      steps: [
        'Read the cache policy',
        'Read the battery state',
        'Replace the battery',
        'Check that write back is on',
      ],
      remedies: [
        {
          clues: ['Also there was a yellow triangle about some accumulator, which I clicked away.'],
          steps: [
            'Your expert had a look through the web and asked about the yellow triangle.',
            'The accumulator that guards the waiting room was flat.',
            'Without a waiting room each letter is carried to the cellar one by one.',
          ],
          causes: ['A flat accumulator, therefore every letter is carried singly.'],
          fixes: [
            'The accumulator was exchanged on {weekday} evening.',
            'A technician brought another accumulator.',
          ],
          proofs: ['Saving happens before I lift my finger.', 'No more smoking breaks.'],
        },
        {
          clues: ['Cache policy changed to WriteThrough; BBU state Failed.'],
          steps: [
            '1. /c0/v0 show: WT instead of WB.',
            '2. /c0/bbu show: Failed, replacement required.',
            '3. Learn cycle aborted.',
          ],
          causes: [
            'Root cause: BBU failed, controller fell back to write-through.',
            'Battery backup unit of the cache at end of life.',
          ],
          fixes: [
            'Replaced the BBU, learn cycle completed, policy WB restored.',
            'New BBU; forced WB was not used because of the risk.',
          ],
          proofs: ['w_await below 1 ms, fio 20800 IOPS.', 'HVD-7105 cleared.'],
        },
        {
          clues: ['Puffy pack on the card.'],
          steps: ['Hood off, pack puffy.', 'Pack subbed.', 'Let it charge 2h.'],
          causes: ['Pack kaput, bypass.'],
          fixes: ['New pack on card.', 'Pack + clip subbed.'],
          proofs: ['App flies.', 'Cust DBA nods, closed.'],
        },
      ],
      asked: {
        words: ['writes slow since the raid battery failed', 'controller in write through mode'],
        howTo: 'how to check the cache policy of a raid controller',
      },
    },
    {
      key: 'check-in-working-hours',
      title: 'Array is slow because a consistency check runs in working hours',
      component: 'background check',
      cause: 'The scheduled consistency check (patrol read) runs in working hours with a high rate.',
      fix: 'Move the check to the night and lower its rate.',
      steps: [
        'List running background tasks',
        'Compare their times with the slow times',
        'Move the schedule',
        'Lower the rate',
      ],
      remedies: [
        {
          clues: [
            'Strangely it is only Tuesdays and Wednesdays, other days are okay.',
            'After seven in the evening it is quick.',
          ],
          steps: [
            'We noted the hours for two weeks as you asked.',
            'Your expert found an appointment in its diary.',
            'It counts all its belongings in the middle of our day.',
          ],
          causes: ['It takes stock of all its belongings just while we are busy.'],
          fixes: ['The stocktaking was moved to Sunday night.', 'Diary changed to the small hours.'],
          proofs: ['Tuesday was as quick as any day.', 'Nobody noticed the stocktaking since.'],
        },
        {
          clues: ['Cache policy WB, BBU Optimal; consistency check at <12-80> percent.'],
          steps: [
            '1. /c0/v0 show cc: In progress, rate 60 percent.',
            '2. Correlated latency with the schedule: recurring at 09:00.',
            '3. Paused: latency returns to 1 ms at once.',
          ],
          causes: [
            'Root cause: consistency check scheduled at 09:00 with rate 60.',
            'Patrol read and consistency check overlap with production.',
          ],
          fixes: [
            'Rescheduled to Sat 01:00, rate 20.',
            'Set ccrate=15, patrol read mode manual, start 02:00.',
          ],
          proofs: ['Latency 1 ms in office shift for <2-4> wk.', 'No threshold event on workdays.'],
        },
        {
          clues: ['Pack plump + charged. Scrub ticking.'],
          steps: ['Pack ok.', 'Scrub ticking midday.', 'Halted scrub: flies.'],
          causes: ['Scrub at midday.'],
          fixes: ['Scrub shoved to wkend.', 'Scrub throttled, wkend only.'],
          proofs: ['App vendor closed up.', 'Closed after 2 wks watch.'],
        },
      ],
      asked: {
        words: [
          'storage slow at the same weekday and hour',
          'background verification of the array hurts production',
        ],
        howTo: 'how to reschedule a consistency check',
      },
    },
  ],
};
