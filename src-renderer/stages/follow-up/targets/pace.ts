import { IconArrowBackUp, IconCircleCheck, IconFlag, IconHelpCircle, IconHourglass, type TablerIcon } from '@tabler/icons-react';
import type { ProgressPace } from '#shared/domain/follow-up.ts';

export type Tone = 'good' | 'caution' | 'danger' | 'plain';

/** How each pace looks; its word is `pace.<pace>`. */
export const paceLooks: Readonly<Record<ProgressPace, { tone: Tone; icon: TablerIcon }>> = {
  reached: { tone: 'good', icon: IconFlag },
  'on-course': { tone: 'good', icon: IconCircleCheck },
  behind: { tone: 'caution', icon: IconHourglass },
  'wrong-way': { tone: 'danger', icon: IconArrowBackUp },
  unknown: { tone: 'plain', icon: IconHelpCircle },
};
