import type { ProjectKey } from './encryption/project-key.ts';
import type { OpenProject } from './open-project.ts';
import type { Connection } from './project-file.ts';

/** A writable project between two states, with what is needed to copy it. */
export interface HeldProject {
  readonly project: OpenProject;
  readonly connection: Connection;
  readonly key: ProjectKey | null;
}

/** What other parts do at the turns of a project's life. All of it happens at once, before the session goes on. */
export interface ProjectHooks {
  /** The file is locked and about to be brought to a newer version: the last moment to copy it as it is. What is thrown stops the opening. */
  beforeMigration?(file: { path: string; connection: Connection; from: number; to: number; key: ProjectKey | null }): void;
  opened?(held: HeldProject): void;
  /** The project is still open and whole; it closes whatever is thrown. */
  beforeClose?(held: HeldProject): void;
}
