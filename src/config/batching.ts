/** The parts of a model config that say how requests wait and how they are gathered into batches. */
import { BOOL, INT32, UINT32, UINT64, enumeration, list, map, message, one, own, sub } from './field.js';

const queuePolicy = message('ModelQueuePolicy', {
  timeout_action: one(
    enumeration({ REJECT: 0, DELAY: 1 }),
    'What happens to a request that waited too long: refused, or moved behind all that have not.',
  ),
  default_timeout_microseconds: one(UINT64, 'Longest wait in the queue; 0 sets no bound.'),
  allow_timeout_override: one(BOOL, 'Kept for clients: the `timeout` of a request is honoured always.'),
  max_queue_size: one(UINT32, 'Requests held before new ones are refused; 0 takes `--default-max-queue-size`.'),
});

export const dynamicBatching = message('ModelDynamicBatching', {
  preferred_batch_size: list(INT32, 'Batch sizes worth waiting for; one that is reached is run at once.'),
  max_queue_delay_microseconds: one(
    UINT64,
    'Longest the oldest request waits for company while an instance is idle. 0 runs what is there.',
  ),
  preserve_ordering: one(BOOL, 'Answers leave in the order in which requests came.'),
  priority_levels: one(UINT64, 'Number of priorities, 1 being the highest; 0 has no priorities.'),
  default_priority_level: one(UINT64, 'Priority of a request that names none; needed with `priority_levels`.'),
  default_queue_policy: sub(queuePolicy, 'Policy of the queue, and of priority levels without one of their own.'),
  priority_queue_policy: map(queuePolicy, 'Policy by priority level.', 'uint64'),
  allowed_batch_sizes: own(
    list(
      INT32,
      'The only batch sizes that are run: others are padded up to the next one. Increasing, the last equal to `max_batch_size`. Empty allows all.',
    ),
  ),
});
