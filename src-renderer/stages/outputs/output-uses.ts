import {
  IconAward,
  IconBook2,
  IconChartLine,
  IconFileText,
  IconGavel,
  IconId,
  IconListCheck,
  IconNews,
  IconNotebook,
  IconPackageExport,
  IconPresentation,
  IconReport,
  IconTable,
  type TablerIcon,
} from '@tabler/icons-react';
import type { OutputKind } from '#shared/domain/outputs.ts';

export const outputIcons: Readonly<Record<OutputKind, TablerIcon>> = {
  workbook: IconTable,
  profile: IconBook2,
  'profile-short': IconFileText,
  policy: IconGavel,
  brief: IconNews,
  'status-card': IconId,
  monitoring: IconChartLine,
  progress: IconListCheck,
  'event-report': IconReport,
  slides: IconPresentation,
  handouts: IconNotebook,
  certificates: IconAward,
  'open-data': IconPackageExport,
};

/** Outputs by what they are used for, in the order in which a city needs them. */
export const outputUses = [
  { use: 'decide', kinds: ['brief', 'policy', 'slides', 'status-card'] },
  { use: 'evidence', kinds: ['profile', 'profile-short', 'workbook', 'open-data'] },
  { use: 'room', kinds: ['handouts', 'event-report', 'certificates'] },
  { use: 'follow', kinds: ['monitoring', 'progress'] },
] as const satisfies readonly { readonly use: string; readonly kinds: readonly OutputKind[] }[];
