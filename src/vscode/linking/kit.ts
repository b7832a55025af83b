import type * as vscode from 'vscode';
import type { Store } from '../../app/store';
import type { SampleWish } from '../../app/writing/writeSample';
import type { TaskQuestion } from '../../present/picks/taskPicks';
import type { SubjectOf } from '../../present/row';
import type { Choice } from '../../shared/protocol';
import type { Outcome, Writing } from '../../verbs/verb';
import type { Message } from '../../core/base/message';
import type { AllMessages, Text } from '../../words/text';
import type { Log } from '../../app/ports';
import type { browse, inform, offer, pickItems, pickRow, pickRows, remark, warn } from '../ask';
import type { fetchFrom, messageBox, pushCommand, remoteUrl } from '../host/gitExtension';
import type { fileUri, rootId } from '../host/rootUri';
import type { rangeOf, subjectsOf, subjectsOfKind } from '../commands/subjects';

/**
 * What one run of a command is made with whose code is loaded at its first use: it lies in the engine's bundle, which
 * knows neither VS Code's API nor what the entry holds.
 */
export interface Kit {
  readonly vscode: typeof vscode;
  readonly store: Store;
  readonly log: Log & { show(): void };
  readonly browse: typeof browse;
  readonly inform: typeof inform;
  readonly offer: typeof offer;
  readonly remark: typeof remark;
  readonly warn: typeof warn;
  readonly fileUri: typeof fileUri;
  readonly rootId: typeof rootId;
  readonly remoteUrl: typeof remoteUrl;
  readonly fetchFrom: typeof fetchFrom;
  readonly messageBox: typeof messageBox;
  readonly pushCommand: typeof pushCommand;
  readonly pickItems: typeof pickItems;
  /** Undefined in Restricted Mode. */
  readonly git: SampleWish['git'];
  readonly pickRow: typeof pickRow;
  readonly pickRows: typeof pickRows;
  readonly rangeOf: typeof rangeOf;
  readonly subjectsOf: typeof subjectsOf;
  readonly subjectsOfKind: typeof subjectsOfKind;
  say(text: Text): string;
  pickTask(title: string, question?: TaskQuestion): Promise<SubjectOf<'task'> | undefined>;
  showCommit(repo: string, hash: string): Promise<void>;
  showReview(ends: Choice, plan: string | undefined): Promise<void>;
  /** Ends the command with a sentence that says why, and a way out if there is one. */
  refuse(
    reason: Message<AllMessages>,
    wayOut?: { readonly label: Message<AllMessages>; run(): Promise<void> },
  ): never;
  /** What a verb gave; throws what is told to the user where it failed. */
  valueOf<T>(outcome: Outcome<T>): T;
  /** Writes in this window; all that is written in one run is one gesture. */
  readonly writing: Writing;
  /** The same for another gesture of the same command, which is undone by itself. */
  next(): Kit;
  /** The rows that are selected in *Milestones*, for a command that is run on nothing. */
  selected(): readonly unknown[];
  /** Shows a line of a plan file. */
  openPlace(root: string, file: string, line: number): Promise<void>;
  /** Tells what the gesture has done, to so many items. */
  tell(text: Text, items: number): void;
}

/** A command that is loaded at its first use. */
export type LaterCommand = (kit: Kit, args: readonly unknown[]) => Promise<void>;
