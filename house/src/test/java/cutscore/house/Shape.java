package cutscore.house;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The shape of one Java text: how long its methods are, how deep they nest, what they catch. The
 * parsed tree is let go once it was measured.
 *
 * @param caught the types named in catch clauses, as written
 */
record Shape(List<Method> methods, List<String> caught) {
    private static final Map<Path, Shape> KNOWN = new ConcurrentHashMap<>();

    Shape {
        methods = List.copyOf(methods);
        caught = List.copyOf(caught);
    }

    /** A method: its name, its lines, its deepest nesting of loops and conditions. */
    record Method(String name, long lines, int depth) {}

    /** The shape of a file, parsed once for all rules. */
    static Shape of(Path file) {
        return KNOWN.computeIfAbsent(file, f -> of(Sources.text(f)));
    }

    static Shape of(String java) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var source =
                new SimpleJavaFileObject(
                        URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return java;
                    }
                };
        var task =
                (JavacTask) compiler.getTask(null, null, d -> {}, List.of(), null, List.of(source));
        try {
            var unit = task.parse().iterator().next();
            var ruler = new Ruler(unit, Trees.instance(task).getSourcePositions());
            ruler.scan(unit, 0);
            return new Shape(ruler.methods, ruler.caught);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Goes through one parsed text. */
    private static final class Ruler extends TreeScanner<@Nullable Void, Integer> {
        private final List<Method> methods = new ArrayList<>();
        private final List<String> caught = new ArrayList<>();
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final LineMap lines;
        private int deepest;

        Ruler(CompilationUnitTree unit, SourcePositions positions) {
            this.unit = unit;
            this.positions = positions;
            this.lines = unit.getLineMap();
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, Integer depth) {
            int outer = deepest;
            deepest = 0;
            super.visitMethod(method, 0);
            long from = lines.getLineNumber(positions.getStartPosition(unit, method));
            long to = lines.getLineNumber(positions.getEndPosition(unit, method));
            methods.add(new Method(method.getName().toString(), to - from + 1, deepest));
            deepest = Math.max(outer, deepest);
            return null;
        }

        @Override
        public @Nullable Void visitCatch(CatchTree tree, Integer depth) {
            caught.add(tree.getParameter().getType().toString());
            return super.visitCatch(tree, depth);
        }

        @Override
        public @Nullable Void visitIf(IfTree tree, Integer depth) {
            scan(tree.getCondition(), depth);
            note(depth + 1);
            scan(tree.getThenStatement(), depth + 1);
            Tree otherwise = tree.getElseStatement();
            // "else if" goes on at the same depth: it is read as one list of cases.
            scan(otherwise, otherwise instanceof IfTree ? depth : depth + 1);
            return null;
        }

        @Override
        public @Nullable Void visitForLoop(ForLoopTree tree, Integer depth) {
            note(depth + 1);
            return super.visitForLoop(tree, depth + 1);
        }

        @Override
        public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, Integer depth) {
            note(depth + 1);
            return super.visitEnhancedForLoop(tree, depth + 1);
        }

        @Override
        public @Nullable Void visitWhileLoop(WhileLoopTree tree, Integer depth) {
            note(depth + 1);
            return super.visitWhileLoop(tree, depth + 1);
        }

        @Override
        public @Nullable Void visitDoWhileLoop(DoWhileLoopTree tree, Integer depth) {
            note(depth + 1);
            return super.visitDoWhileLoop(tree, depth + 1);
        }

        private void note(int depth) {
            deepest = Math.max(deepest, depth);
        }
    }
}
