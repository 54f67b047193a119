import { dirname } from 'node:path';
import ts from 'typescript';

/**
 * Reads the program's source: which mutations can never reach `Work.record`, whatever they call. Follows calls through
 * services, repositories and functions by TypeScript's own understanding, so nothing has to be listed by hand.
 *
 * @returns names of GraphQL mutations, sorted; and how many there are
 */
export function mutationsWithoutEvent(tsconfig: string): { mutations: number; silent: string[] } {
  const { config } = ts.readConfigFile(tsconfig, (file) => ts.sys.readFile(file)) as { config: unknown };
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(tsconfig));
  const program = ts.createProgram(fileNames.filter((file) => !/\.spec\.ts$|\/test\/|\/testing\//.test(file)), { ...options, noEmit: true });
  const search = new RecordSearch(program.getTypeChecker());
  const found = new Map<string, boolean>();
  for (const file of program.getSourceFiles()) {
    if (file.isDeclarationFile || file.fileName.includes('/node_modules/')) continue;
    forEachMethod(file, (method) => {
      if (isMutation(method)) found.set(method.name.getText(), search.reaches(method));
    });
  }
  return { mutations: found.size, silent: [...found].filter(([, reached]) => !reached).map(([name]) => name).sort() };
}

function forEachMethod(node: ts.Node, visit: (method: ts.MethodDeclaration) => void): void {
  if (ts.isMethodDeclaration(node)) visit(node);
  else ts.forEachChild(node, (child) => forEachMethod(child, visit));
}

function isMutation(method: ts.MethodDeclaration): boolean {
  return (ts.getDecorators(method) ?? []).some(({ expression }) => ts.isCallExpression(expression) && expression.expression.getText() === 'Mutation');
}

class RecordSearch {
  private readonly known = new Map<ts.Node, boolean>();

  constructor(private readonly checker: ts.TypeChecker) {}

  /** Whether running this code can call `Work.record`. */
  reaches(code: ts.Node): boolean {
    const known = this.known.get(code);
    if (known !== undefined) return known;
    // A ring of calls brings nothing new.
    this.known.set(code, false);
    const reached = this.visit(code);
    this.known.set(code, reached);
    return reached;
  }

  private visit(node: ts.Node): boolean {
    if (ts.isCallExpression(node) && this.called(node)) return true;
    return ts.forEachChild(node, (child) => this.visit(child) || undefined) ?? false;
  }

  private called(call: ts.CallExpression): boolean {
    const declaration = this.checker.getResolvedSignature(call)?.declaration;
    const handedOver = call.arguments.filter((argument) => ts.isIdentifier(argument) || ts.isPropertyAccessExpression(argument)).flatMap((argument) => this.functionsOf(argument));
    return [declaration, ...handedOver].some((target) => target !== undefined && this.leads(target));
  }

  private leads(target: ts.Node): boolean {
    if (ts.isMethodDeclaration(target) && target.name.getText() === 'record' && ts.isClassDeclaration(target.parent) && target.parent.name?.text === 'Work') return true;
    if (target.getSourceFile().isDeclarationFile) return false;
    return ts.isFunctionLike(target) && 'body' in target && target.body !== undefined && this.reaches(target.body as ts.Node);
  }

  private functionsOf(reference: ts.Node): ts.Node[] {
    const symbol = this.checker.getSymbolAtLocation(reference);
    const target = symbol && symbol.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(symbol) : symbol;
    return (target?.declarations ?? []).filter((declaration) => ts.isFunctionLike(declaration));
  }
}
