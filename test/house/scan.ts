/**
 * Reads the tree for test/tidy.test.ts with the compiler's own parser, so that strings and comments cannot be taken
 * for code. Nothing here judges; it only lists what is there.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';

export interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
  readonly line: number;
}

export interface Found {
  readonly word: string;
  readonly line: number;
}

export interface SourceFile {
  /** From the root of the project, with forward slashes. */
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  readonly functions: readonly { readonly name: string; readonly line: number; readonly lines: number }[];
  readonly words: readonly Found[];
}

export function listFiles(root: string, folder: string, pattern: RegExp): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => posix.join(entry.parentPath.slice(root.length + 1).replaceAll('\\', '/'), entry.name))
    .sort();
}

export function readSource(root: string, path: string): SourceFile {
  return scanText(path, readFileSync(join(root, path), 'utf8'));
}

export function scanText(path: string, text: string): SourceFile {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  const lineAt = (position: number): number => tree.getLineAndCharacterOfPosition(position).line + 1;
  const imports: Import[] = [];
  const functions: { name: string; line: number; lines: number }[] = [];
  const words: Found[] = debtMarkers(text);
  const visit = (node: ts.Node): void => {
    const line = lineAt(node.getStart(tree));
    const imported = importOf(node);
    if (imported !== undefined) imports.push({ ...imported, line });
    if (imported !== undefined && /^(node:)?timers(\/|$)/.test(imported.specifier)) words.push({ word: 'node:timers', line });
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
      functions.push({ name: nameOf(node), line, lines: lineAt(node.getEnd()) - line + 1 });
    }
    const word = wordOf(node);
    if (word !== undefined) words.push({ word, line });
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return { path, lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0), imports, functions, words };
}

function importOf(node: ts.Node): { specifier: string; typeOnly: boolean } | undefined {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    const clause = node.importClause;
    const named = clause?.namedBindings;
    const allTypes = named !== undefined && ts.isNamedImports(named) && named.elements.length > 0 && named.elements.every((element) => element.isTypeOnly);
    return { specifier: node.moduleSpecifier.text, typeOnly: clause?.phaseModifier === ts.SyntaxKind.TypeKeyword || (allTypes && clause?.name === undefined) };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined && ts.isStringLiteral(node.moduleSpecifier)) {
    return { specifier: node.moduleSpecifier.text, typeOnly: node.isTypeOnly };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
    return { specifier: node.argument.literal.text, typeOnly: true };
  }
  if (!ts.isCallExpression(node)) return undefined;
  // `require` may be one made by createRequire, called at once or kept under a name that ends so.
  const callee = node.expression.getText();
  const argument = node.arguments[0];
  const loads = node.expression.kind === ts.SyntaxKind.ImportKeyword || /(^|\.)require$|^createRequire\(.*\)$/i.test(callee);
  return loads && argument !== undefined && ts.isStringLiteral(argument) ? { specifier: argument.text, typeOnly: false } : undefined;
}

function nameOf(node: ts.SignatureDeclaration): string {
  if (node.name !== undefined) return node.name.getText();
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  const parent = node.parent as ts.Node | undefined;
  if (parent !== undefined && (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent))) return parent.name.getText();
  return 'a function without a name';
}

const GLOBALS = new Set(['globalThis', 'global']);

function wordOf(node: ts.Node): string | undefined {
  if (node.kind === ts.SyntaxKind.AnyKeyword) return 'any';
  if (ts.isNewExpression(node) && /^(Type|Range|Syntax)?Error$/.test(node.expression.getText())) return 'new Error';
  if (ts.isPropertyAccessExpression(node) && node.getText() === 'Date.now') return 'Date.now';
  if (!ts.isIdentifier(node)) return undefined;
  const name = node.text;
  if (name !== 'setTimeout' && name !== 'setInterval' && name !== 'console') return undefined;
  const parent = node.parent;
  // A member of something passed in is what the rule asks for; a member of the global object is not.
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return GLOBALS.has(parent.expression.getText()) ? name : undefined;
  const declares = ts.isPropertySignature(parent) || ts.isMethodSignature(parent) || ts.isMethodDeclaration(parent) || ts.isPropertyDeclaration(parent);
  return declares || (ts.isPropertyAssignment(parent) && parent.name === node) ? undefined : name;
}

/** Put together so that this file does not hold what it looks for. */
const DEBT = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'HA' + 'CK'].join('|')})\\b`);

function debtMarkers(text: string): Found[] {
  const found: Found[] = [];
  for (const [index, line] of text.split('\n').entries()) if (DEBT.test(line)) found.push({ word: 'debt marker', line: index + 1 });
  return found;
}

/** One cycle of the graph as a path that ends where it begins, or undefined. */
export function findCycle(edges: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>();
  const trail: string[] = [];
  const walk = (node: string): string[] | undefined => {
    if (done.has(node)) return undefined;
    const at = trail.indexOf(node);
    if (at >= 0) return [...trail.slice(at), node];
    trail.push(node);
    for (const next of edges.get(node) ?? []) {
      const cycle = walk(next);
      if (cycle !== undefined) return cycle;
    }
    trail.pop();
    done.add(node);
    return undefined;
  };
  for (const node of edges.keys()) {
    const cycle = walk(node);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}
