#!/bin/sh
# The Spark part, which the default build leaves alone: its tests, its job, a run on this machine.
set -eu
HOUSE=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
cd "$HOUSE"

usage() {
    cat <<'END'
sh config/spark.sh test                 全部测试：两线程，及一主两从 / its tests: two threads, then a master and two workers
sh config/spark.sh package              生成集群作业所需的 jar / the jars a cluster needs, in spark/target
sh config/spark.sh run determine …      在本机两线程上运行 / on two threads of this machine
sh config/spark.sh run convert …

首次下载约 280 MB。JAVA_HOME 须是 JDK 25。集群上怎么用，见 docs/manual/spark.md。
The first time, 280 MB are fetched. JAVA_HOME must be a JDK 25. For a cluster, see docs/manual/spark.md.
END
}

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
version=$("$java" -XshowSettings:properties -version 2>&1 |
    sed -n 's/^ *java\.specification\.version = \([0-9]*\).*/\1/p')
if [ "${1:-}" != --help ] && [ "${version:-0}" -lt 25 ]; then
    printf 'JAVA_HOME 须是 JDK 25 或更高 / JAVA_HOME must name a JDK of at least 25\n' >&2
    exit 3
fi

build() {
    mvn -B -ntp -q -Pspark -pl kernel,spark -am package -Dmaven.test.skip=true \
        -Dspotless.check.skip=true -Dforbiddenapis.skip=true -Djacoco.skip=true
}

case ${1:-} in
test)
    shift
    exec mvn -B -ntp -Pspark -pl kernel,cli,spark -am verify -Dtest='cutscore.spark.**' \
        -Dsurefire.failIfNoSpecifiedTests=false "$@"
    ;;
package)
    build
    ls spark/target/cutscore-spark.jar spark/target/lib/*.jar
    ;;
run)
    shift
    build
    mvn -B -ntp -q -o -Pspark -pl kernel,spark -am package dependency:build-classpath \
        -Dmdep.outputFile="$HOUSE/spark/target/class-path" -Dmaven.test.skip=true \
        -Dspotless.check.skip=true -Dforbiddenapis.skip=true -Djacoco.skip=true
    # What Spark's own launcher gives a driver.
    options=$(sed -n '/<spark.java.options>/,/<\/spark.java.options>/p' spark/pom.xml | grep -v 'spark.java.options')
    # shellcheck disable=SC2086
    SPARK_LOCAL_IP=127.0.0.1 exec "$java" $options -Xmx3g --enable-native-access=ALL-UNNAMED \
        -Dspark.master="${CUTSCORE_SPARK_MASTER:-local[2]}" -Dspark.ui.enabled=false \
        -Dspark.driver.host=127.0.0.1 -Dspark.driver.bindAddress=127.0.0.1 \
        -cp "spark/target/cutscore-spark.jar:$(cat spark/target/class-path)" cutscore.spark.Main "$@"
    ;;
--help | -h) usage ;;
*) usage >&2 && exit 2 ;;
esac
