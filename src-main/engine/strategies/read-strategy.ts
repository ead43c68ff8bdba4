import { createHash } from 'node:crypto';
import { type Reading, type ScanLanguage, scanLanguages } from '#shared/domain/strategies.ts';
import { guessLanguage, type ScanResult, scanText } from '#shared/methods/strategy-scan.ts';
import type { DocumentText } from '../../imports/documents/document-text.ts';
import { refuse } from '../refuse.ts';
import type { EngineServices } from '../services.ts';
import { scanTerms } from './scan-terms.ts';
import { openedDocument } from './strategy-file.ts';

/** What a text told; the text itself is not kept. */
export interface StrategyReading extends ScanResult {
  readonly fileName: string;
  readonly sha256: string;
  readonly language: ScanLanguage;
}

/**
 * Reads a pasted text or a file and counts. Refusals: `file/*`; `import/cancelled`; `strategies/no-words` where there is nothing to count or no language
 * can be told.
 */
export async function readStrategy(services: EngineServices, reading: Reading, signal?: AbortSignal): Promise<StrategyReading> {
  const { text, pageStarts, fileName, sha256 } = 'text' in reading ? ofPasted(reading.text) : await openedDocument(services, reading.file, { signal });
  const language = reading.language ?? guessLanguage(text, scanLanguages) ?? refuse('strategies/no-words');
  const result = scanText(text, language, scanTerms(services.folders.resources, language), pageStarts);
  if (result.wordCount === 0) refuse('strategies/no-words');
  return { fileName, sha256, language, ...result };
}

function ofPasted(text: string): DocumentText & { readonly fileName: string } {
  return { text, pageStarts: [], fileName: '', sha256: createHash('sha256').update(text).digest('hex') };
}
