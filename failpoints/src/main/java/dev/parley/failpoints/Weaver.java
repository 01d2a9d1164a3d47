package dev.parley.failpoints;

import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/** Puts a rule's call in front of every method of the rule's name. */
final class Weaver implements ClassFileTransformer {
    private static final ClassDesc FAILPOINT = ClassDesc.of(Failpoint.class.getName());
    private static final MethodTypeDesc REACHED = MethodTypeDesc.of(CD_boolean, CD_String);

    private final Rule rule;

    Weaver(Rule rule) {
        this.rule = rule;
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] bytes) {
        if (!rule.internalName().equals(name)) {
            return null;
        }
        var hierarchy =
                ClassHierarchyResolver.ofResourceParsing(loader == null ? ClassLoader.getSystemClassLoader() : loader);
        var classFile = ClassFile.of(ClassHierarchyResolverOption.of(hierarchy));
        return classFile.transformClass(classFile.parse(bytes), (builder, element) -> {
            if (element instanceof MethodModel method
                    && method.methodName().equalsString(rule.method())
                    && method.code().isPresent()) {
                builder.transformMethod(method, MethodTransform.transformingCode(atTheTop(method)));
            } else {
                builder.with(element);
            }
        });
    }

    private CodeTransform atTheTop(MethodModel method) {
        TypeKind result = TypeKind.from(method.methodTypeSymbol().returnType());
        return new CodeTransform() {
            @Override
            public void atStart(CodeBuilder code) {
                code.loadConstant(rule.text())
                        .invokestatic(FAILPOINT, "reached", REACHED)
                        .ifThen(then -> giveBack(then, result));
            }

            @Override
            public void accept(CodeBuilder code, CodeElement element) {
                code.with(element);
            }
        };
    }

    private void giveBack(CodeBuilder code, TypeKind result) {
        switch (result.asLoadable()) {
            case REFERENCE -> code.aconst_null();
            case LONG -> code.lconst_0();
            case DOUBLE -> code.dconst_0();
            case FLOAT -> code.fconst_0();
            case INT, BOOLEAN, BYTE, CHAR, SHORT -> code.loadConstant(rule.action() == Rule.Action.TRUE ? 1 : 0);
            case VOID -> {}
        }
        code.return_(result);
    }
}
