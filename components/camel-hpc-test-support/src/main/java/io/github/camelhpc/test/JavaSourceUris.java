package io.github.camelhpc.test;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Finds the URIs of a component in a Java source, as text and as calls of the Endpoint DSL. What
 * the compiler does not know stands as <code>${…}</code>.
 */
final class JavaSourceUris extends TreeScanner<Void, List<String>> {

  private static final String UNKNOWN = "${unknown}";

  private final String scheme;

  JavaSourceUris(String scheme) {
    this.scheme = scheme;
  }

  /** The URIs of a source file, in their order. */
  void collect(Path source, List<String> uris) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(null, files, null, null, null, files.getJavaFileObjects(source));
      for (CompilationUnitTree unit : task.parse()) {
        scan(unit, uris);
      }
    }
  }

  @Override
  public Void visitLiteral(LiteralTree literal, List<String> uris) {
    addIfUri(text(literal), uris);
    return null;
  }

  @Override
  public Void visitBinary(BinaryTree binary, List<String> uris) {
    String text = text(binary);
    if (text.startsWith(scheme + ":")) {
      addIfUri(text, uris);
      return null;
    }
    return super.visitBinary(binary, uris);
  }

  private void addIfUri(String text, List<String> uris) {
    if (text.matches(scheme + ":[A-Za-z]+([?].*)?")) {
      uris.add(text);
    }
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree call, List<String> uris) {
    Map<String, String> options = new LinkedHashMap<>();
    String operation = endpoint(call, options);
    if (operation == null) {
      return super.visitMethodInvocation(call, uris);
    }
    uris.add(
        options.entrySet().stream()
            .map(option -> option.getKey() + "=" + option.getValue())
            .collect(
                Collectors.joining(
                    "&", scheme + ":" + operation + (options.isEmpty() ? "" : "?"), "")));
    return null;
  }

  /** The operation of an endpoint of the DSL, or null if this is none; adds its options. */
  private String endpoint(ExpressionTree expression, Map<String, String> options) {
    if (!(expression instanceof MethodInvocationTree call)) {
      return null;
    }
    List<? extends ExpressionTree> arguments = call.getArguments();
    if (call.getMethodSelect() instanceof IdentifierTree name) {
      boolean ours = name.getName().contentEquals(scheme) && !arguments.isEmpty();
      return ours ? text(arguments.get(arguments.size() - 1)) : null;
    }
    MemberSelectTree select = (MemberSelectTree) call.getMethodSelect();
    String operation = endpoint(select.getExpression(), options);
    if (operation != null && arguments.size() == 1) {
      options.put(select.getIdentifier().toString(), text(arguments.get(0)));
    }
    return operation;
  }

  private static String text(ExpressionTree expression) {
    if (expression instanceof LiteralTree literal && literal.getValue() != null) {
      return literal.getValue().toString();
    }
    if (expression instanceof BinaryTree binary && binary.getKind() == Tree.Kind.PLUS) {
      return text(binary.getLeftOperand()) + text(binary.getRightOperand());
    }
    return UNKNOWN;
  }
}
