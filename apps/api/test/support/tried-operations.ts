import ts from 'typescript';

/**
 * The text that the operations of a suite's `expectFourCallers` calls are made of: each call's `operation`, with every name in
 * it replaced by what it stands for in the same file: a constant's value, the rows of the `for ... of` or `it.each` it comes
 * from. A name that only helps to arrange a test is not among it.
 */
export function triedOperations(fileName: string, source: string): string {
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, true);
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'expectFourCallers') texts.push(...operationsOf(node));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return texts.join('\n');
}

function operationsOf(call: ts.CallExpression): string[] {
  const [argument] = call.arguments;
  if (!argument || !ts.isObjectLiteralExpression(argument)) return [];
  return argument.properties.flatMap((property) => {
    if (property.name?.getText() !== 'operation') return [];
    if (ts.isPropertyAssignment(property)) return spelledOut(property.initializer, new Set());
    return ts.isShorthandPropertyAssignment(property) ? spelledOut(property.name, new Set()) : [];
  });
}

/** An expression's text with the texts of everything that its names stand for. */
function spelledOut(node: ts.Node, seen: Set<ts.Node>): string[] {
  if (seen.has(node)) return [];
  seen.add(node);
  const texts = [node.getText()];
  const visit = (inner: ts.Node): void => {
    const meaning = ts.isIdentifier(inner) ? meaningOf(inner) : undefined;
    if (meaning) texts.push(...spelledOut(meaning, seen));
    ts.forEachChild(inner, visit);
  };
  visit(node);
  return texts;
}

/** What a name stands for: looked for outwards from where it is used. */
function meaningOf(name: ts.Identifier): ts.Node | undefined {
  for (let scope: ts.Node = name.parent; scope; scope = scope.parent) {
    const found = declaredIn(scope, name.text);
    if (found) return found;
  }
  return undefined;
}

function declaredIn(scope: ts.Node, name: string): ts.Node | undefined {
  if (ts.isForOfStatement(scope) && ts.isVariableDeclarationList(scope.initializer) && binds(scope.initializer.declarations[0]!.name, name)) return scope.expression;
  // The rows of a table: `it.each([...])('...', (name, type) => ...)`.
  if (ts.isArrowFunction(scope) && ts.isCallExpression(scope.parent) && scope.parameters.some((parameter) => binds(parameter.name, name))) return scope.parent.expression;
  if (!ts.isBlock(scope) && !ts.isSourceFile(scope)) return undefined;
  for (const statement of scope.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    const declaration = statement.declarationList.declarations.find((each) => binds(each.name, name));
    if (declaration?.initializer) return declaration.initializer;
  }
  return undefined;
}

function binds(pattern: ts.BindingName, name: string): boolean {
  if (ts.isIdentifier(pattern)) return pattern.text === name;
  return pattern.elements.some((element) => ts.isBindingElement(element) && binds(element.name, name));
}
