import { IconBan, IconCircleCheck, IconCircleDashed, IconHelpCircle, IconHourglass, IconPlayerPlay, type TablerIcon } from '@tabler/icons-react';
import type { MeasureStatus } from '#shared/domain/policy.ts';
import type { Tone } from '../targets/pace.ts';

/** How each status of a measure looks; its word is `measureStatus.<status>`. */
export const statusLooks: Readonly<Record<MeasureStatus | 'unknown', { tone: Tone; icon: TablerIcon }>> = {
  'not-started': { tone: 'plain', icon: IconCircleDashed },
  'on-track': { tone: 'good', icon: IconPlayerPlay },
  delayed: { tone: 'caution', icon: IconHourglass },
  stopped: { tone: 'danger', icon: IconBan },
  done: { tone: 'good', icon: IconCircleCheck },
  unknown: { tone: 'plain', icon: IconHelpCircle },
};
