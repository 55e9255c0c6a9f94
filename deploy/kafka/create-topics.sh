#!/bin/sh
# Creates the topics of topics.properties that are missing. Arguments: bootstrap servers, file.
set -eu
servers=$1
file=$2
sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$file" | while read -r name equals settings; do
  partitions=1
  configs=
  for setting in $settings; do
    case $setting in
      partitions=*) partitions=${setting#partitions=} ;;
      *) configs="$configs --config $setting" ;;
    esac
  done
  # shellcheck disable=SC2086
  /opt/kafka/bin/kafka-topics.sh --bootstrap-server "$servers" --create --if-not-exists \
    --topic "$name" --partitions "$partitions" --replication-factor 1 $configs
done
